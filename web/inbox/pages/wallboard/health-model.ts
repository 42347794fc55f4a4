import type { Budget } from "../../data/channels/types.ts";

const ENDING_MS = 7 * 24 * 3_600_000;

/** Access that ends within a week is worth a word before it does. `now`: epoch milliseconds. */
export const isEnding = (expiresAt: string, now: number): boolean => Date.parse(expiresAt) - now < ENDING_MS;

/** Of what is counted, what is nearest to its end. */
export const scarcest = (budgets: readonly Budget[]): Budget | undefined =>
  budgets.toSorted((one, other) => one.left / one.limit - other.left / other.limit).at(0);
