/** The keys that send, as this keyboard names them. */
export const sendKeys = (): string[] => (/Mac|iP/.test(navigator.userAgent) ? ["⌘", "↵"] : ["Ctrl", "↵"]);
