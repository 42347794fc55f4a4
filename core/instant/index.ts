/** ISO 8601 in UTC with milliseconds, as `Date.toISOString()` prints it: the earlier of two sorts first as text. */
export type Instant = string;

export const daySeconds = 24 * 3600;

/** So many seconds later; earlier where they are negative. */
export const after = (at: Instant, seconds: number): Instant => new Date(Date.parse(at) + seconds * 1000).toISOString();
