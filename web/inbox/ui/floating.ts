/** Where menus and explanations are put: inside the page's main part, so that they belong to a landmark. */
export const floatingPlace = (): HTMLElement => document.getElementById("floating") ?? document.body;
