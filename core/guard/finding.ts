/** What may be wrong with words that are about to leave the bank. A closed list. */
export const findingKinds = [
  "card",
  "iban",
  "secret",
  "personal-data",
  "asks-secret",
  "account-fact",
  "link",
  "promise",
  "advice",
  "insult",
  "language",
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** What blocks never leaves; what warns leaves once its writer says that it is meant. */
export type Severity = "block" | "warn";

/** Offsets are UTF-16 into the text. */
export type Finding = {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
};

const blocking: ReadonlySet<FindingKind> = new Set<FindingKind>([
  "card",
  "iban",
  "secret",
  "personal-data",
  "asks-secret",
  "account-fact",
  "link",
]);

export const findingOf = (kind: FindingKind, start: number, end: number): Finding => ({
  kind,
  severity: blocking.has(kind) ? "block" : "warn",
  start,
  end,
});
