import { type Groups, readGroups } from "./groups.ts";
import type { Kind } from "./kind.ts";
import { readView, type View } from "./view.ts";

/** Offsets into the view. */
export type Hit = {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly kept?: string;
};
export type Miss = { readonly rule: string; readonly start: number; readonly end: number; readonly why: string };

/** One text being read: its view, its runs of digits, and what the detectors have found so far. */
export type Reading = {
  readonly view: View;
  readonly lower: string;
  readonly groups: Groups;
  readonly hits: Hit[];
  readonly misses: Miss[];
};

export type Detector = (reading: Reading) => void;

export const startReading = (source: string): Reading => {
  const view = readView(source);
  return { view, lower: view.lower, groups: readGroups(view.lower), hits: [], misses: [] };
};

/** Up to `reach` characters before `at`, never across another finding's label. */
export const before = (reading: Reading, at: number, reach: number): string =>
  reading.lower.slice(Math.max(0, at - reach), at);

export const after = (reading: Reading, at: number, reach: number): string => reading.lower.slice(at, at + reach);
