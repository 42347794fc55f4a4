import type { Instant } from "./event.ts";

/** 2001-09-09: whole seconds of any later day have ten digits or more, milliseconds have twelve or more. */
const FIRST_SECONDS = 1e8;
const FIRST_MILLISECONDS = 1e11;
const LAST_MILLISECONDS = 8.64e15;

/**
 * The first value that is a time, as ISO in UTC: seconds or milliseconds as a number or digits (told apart by size, because
 * platforms mix them), ISO 8601 with any offset (also "+0000"), or X's "Wed Feb 05 08:39:31 +0000 2020".
 */
export const instantOf = (...values: unknown[]): Instant | undefined => {
  for (const value of values) {
    const milliseconds = millisecondsOf(value);
    if (milliseconds !== undefined) return new Date(milliseconds).toISOString();
  }
  return undefined;
};

const millisecondsOf = (value: unknown): number | undefined => {
  if (typeof value === "number") return fromEpoch(value);
  if (typeof value !== "string") return undefined;
  if (/^\d{9,16}(\.\d+)?$/.test(value)) return fromEpoch(Number(value));
  const written = isoLike.test(value) || xDate.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(written) ? undefined : written;
};

const fromEpoch = (value: number): number | undefined => {
  if (!(value >= FIRST_SECONDS && value <= LAST_MILLISECONDS)) return undefined;
  return Math.trunc(value >= FIRST_MILLISECONDS ? value : value * 1_000);
};

const isoLike = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const xDate = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d [+-]\d{4} \d{4}$/;
