/** How far an offer came, in the order of the way; the last three end it on the way. */
export const steps = [
  "offered",
  "delivered",
  "opened",
  "signed-in",
  "case-created",
  "answered",
  "completed",
  "expired",
  "refused",
  "revoked",
] as const;
export type Step = (typeof steps)[number];
