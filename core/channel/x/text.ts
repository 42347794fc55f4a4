/** X escapes &, < and > in the text of posts and messages, once. Source: docs.x.com, data dictionary (v1.1 tweet object). */
export const unescaped = (text: string | undefined): string | undefined =>
  text?.replace(/&(amp|lt|gt);/g, (_, name: "amp" | "lt" | "gt") => PLAIN[name]);

const PLAIN = { amp: "&", lt: "<", gt: ">" } as const;
