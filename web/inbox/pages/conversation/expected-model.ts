/** Whole minutes until then, rounded up; 0 once it has come. */
export const minutesUntil = (at: string, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(at) - now) / 60_000));
