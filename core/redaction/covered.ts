import type { Hit } from "./reading.ts";

/** Whether one of the hits there are now has something of [start, end); asked in order of place. */
export const coveredBy = (hits: readonly Hit[]): ((start: number, end: number) => boolean) => {
  if (hits.length === 0) return never;
  const placed = hits.toSorted((one, two) => one.start - two.start);
  let next = 0;
  let until = Number.NEGATIVE_INFINITY;
  return (start, end) => {
    for (; (placed[next]?.start ?? end) < end; next++) until = Math.max(until, placed[next]?.end ?? 0);
    return until > start;
  };
};

const never = (): boolean => false;
