/**
 * A piece of a template. Locked words leave as they were approved; editable ones are the agent's to change; a slot is
 * the agent's to fill; a variable fills itself, or says its fall-back. What is locked stands in `isLocked`.
 */
export type Segment =
  | { readonly kind: "text"; readonly text: string; readonly isLocked: boolean }
  | { readonly kind: "slot"; readonly name: string }
  | { readonly kind: "variable"; readonly name: string; readonly fallback: string; readonly isLocked: boolean };

/** What a variable may be, besides `fact.<id>`: an approved fact of the bank. */
export const variableNames = ["contact", "signature", "deadline", "link"] as const;

export type Values = {
  readonly contact?: string;
  readonly signature?: string;
  /** When the customer is answered at the latest, in words. */
  readonly deadline?: string;
  /** How to get into the bank's secure channel: of this conversation alone, its code and its link made when it is sent. */
  readonly link?: string;
  readonly facts?: Readonly<Record<string, string>>;
};
