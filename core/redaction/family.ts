import type { CueFamily } from "./cue-words.ts";

/** A detector that needs a cue runs only where its family was seen. */
export const Family: Readonly<
  Record<CueFamily | "sign" | "label" | "link" | "colon" | "stop" | "line" | "bracket", number>
> = {
  spelling: 1 << 0,
  at: 1 << 1,
  dot: 1 << 2,
  name: 1 << 3,
  title: 1 << 4,
  password: 1 << 5,
  securityCode: 1 << 6,
  secret: 1 << 7,
  expiry: 1 << 8,
  account: 1 << 9,
  customer: 1 << 10,
  identity: 1 << 11,
  passport: 1 << 12,
  birth: 1 << 13,
  street: 1 << 14,
  bic: 1 << 15,
  southernStreet: 1 << 16,
  evidence: 1 << 17,
  cvv: 1 << 18,
  sort: 1 << 19,
  sign: 1 << 20,
  label: 1 << 21,
  link: 1 << 22,
  colon: 1 << 23,
  stop: 1 << 24,
  figures: 1 << 25,
  code: 1 << 26,
  /** A new line, a tab or a bar: without one there is one line, and one cell. */
  line: 1 << 27,
  bracket: 1 << 28,
  typing: 1 << 29,
};
