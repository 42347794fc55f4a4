export const isMac = (): boolean => /Mac|iP/.test(navigator.userAgent);

/** The keys that send, as this keyboard names them. */
export const sendKeys = (): string[] => (isMac() ? ["⌘", "↵"] : ["Ctrl", "↵"]);
