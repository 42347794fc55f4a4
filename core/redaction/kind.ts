/** What a finding is. A closed list: every place that labels, stores or counts findings switches over it. */
export const kinds = [
  "card",
  "security-code",
  "expiry",
  "secret",
  "iban",
  "account",
  "bic",
  "customer-number",
  "national-id",
  "passport",
  "phone",
  "email",
  "address",
  "birth-date",
  "name",
  "ip",
  "crypto",
  "link",
  "personal",
] as const;

export type Kind = (typeof kinds)[number];

/**
 * Offsets are UTF-16 into the input. `kept` is what stays readable, for instance "1111" of a card. `isEvidence`: the
 * writer quotes it as a fraudster's.
 */
export type Finding = {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly kept?: string;
  readonly isEvidence?: true;
};

/** A label as it stands in a redacted text: UTF-16 offsets into the output. This is what may be stored and drawn. */
export type Mark = { readonly kind: Kind; readonly start: number; readonly end: number; readonly rule: string };

declare const brand: unique symbol;

/** A string that went through redaction; nothing else can make one. */
export type Redacted = string & { readonly [brand]: true };
