/** Where the page is drawn. */
export const pageRoot = (): HTMLElement => document.getElementById("root") ?? document.body;
