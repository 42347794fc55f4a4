import type { Refused } from "../../data/care/bulk.ts";

/** Those that were refused for one reason. */
export type Refusal = { reason: string; ids: readonly string[] };

/** By reason, the first that came first: many are refused for the same one, which is told once. */
export const refusalsOf = (refused: readonly Refused[], reasonOf: (refused: Refused) => string): Refusal[] => {
  const byReason = Map.groupBy(refused, reasonOf);
  return [...byReason].map(([reason, all]) => ({ reason, ids: all.map(({ id }) => id) }));
};
