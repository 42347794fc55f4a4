import { Family, type Glance, glance } from "./glance.ts";
import { type Groups, readGroups } from "./groups.ts";
import type { Kind } from "./kind.ts";
import { readLookalikes } from "./lookalike.ts";
import { readQuiet } from "./quiet.ts";
import { readSpokenNumbers } from "./spoken.ts";
import { readView, type View } from "./view.ts";

/** Offsets into the view. */
export type Hit = {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly kept?: string;
};

/** A passage that a rule looked at and left, and why. */
export type Miss = { readonly rule: string; readonly start: number; readonly end: number; readonly why: string };

/** One text being read: its view, its runs of digits, what the detectors have found so far. */
export type Reading = {
  readonly view: View;
  readonly lower: string;
  readonly glance: Glance;
  readonly groups: Groups;
  readonly quiet?: Uint8Array;
  readonly hits: Hit[];
  readonly misses: Miss[];
};

/** `families` are the cue words without which the detector has nothing to say; `digits` how many it needs. */
export type Detector = {
  readonly name: string;
  readonly digits: number;
  readonly families?: number;
  readonly detect: (reading: Reading) => void;
};

/** Undefined when a glance shows that no detector could find anything. */
export const startReading = (source: string): Reading | undefined => {
  const first = glance(source);
  if (!isWorthReading(first)) return undefined;
  let view = readView(source);
  let seen = view.from === undefined ? first : glance(view.lower);
  if (seen.numberWords >= 3 || (seen.numberWords > 1 && seen.digits >= 4)) view = readSpokenNumbers(view);
  if (seen.digits >= 4) view = readLookalikes(view);
  if (view.from !== undefined) seen = glance(view.lower);
  const quiet = seen.families & (Family.at | Family.label | Family.link) ? readQuiet(view.lower) : undefined;
  const groups = readGroups(view.lower, quiet);
  return { view, lower: view.lower, glance: seen, groups, hits: [], misses: [], ...(quiet ? { quiet } : {}) };
};

const isWorthReading = ({ digits, families, isDisguised, numberWords }: Glance): boolean =>
  digits >= 3 || isDisguised || numberWords >= 3 || (families & alone) !== 0;

/** Families that mean something without a digit. */
const alone = Family.at | Family.spelling | Family.name | Family.password | Family.bic;

export const isQuiet = (reading: Reading, at: number): boolean => reading.quiet?.[at] === 1;

export const before = (reading: Reading, at: number, reach: number): string =>
  reading.lower.slice(Math.max(0, at - reach), at);

export const after = (reading: Reading, at: number, reach: number): string => reading.lower.slice(at, at + reach);
