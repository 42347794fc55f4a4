import { asEvidence } from "./detector/evidence.ts";
import { detectors } from "./detector/index.ts";
import { unclaimed } from "./groups.ts";
import type { Finding, Mark, Redacted } from "./kind.ts";
import { type Language, label } from "./label/index.ts";
import { withoutOverlap } from "./overlap.ts";
import { detectOwn, hasOwnPatterns, isAllowed, treatmentOf, type Visibility } from "./policy.ts";
import { type Hit, type Miss, type Reading, startReading } from "./reading.ts";
import type { Policy } from "./schema.ts";
import { taken } from "./taken.ts";
import { sourceSpan } from "./view.ts";

/**
 * `language` is the reader's, for the labels; French unless told. `visibility` is where the message stands. `field`
 * "name" is a display name or a handle: a person's name stays there, numbers and addresses go.
 */
export type Options = {
  readonly language?: Language;
  readonly visibility?: Visibility;
  readonly policy?: Policy;
  readonly field?: "text" | "name";
};

export type Redaction = {
  readonly text: Redacted;
  readonly found: readonly Finding[];
  readonly marks: readonly Mark[];
};

/** Removing one thing can bring another to light: read again until nothing is found, so a second time changes nothing. */
export const redact = (text: string, options: Options = {}): Redaction => {
  let found = find(text, options);
  if (found.length === 0) return { text: text as Redacted, found, marks: noMarks };
  for (let pass = 1; pass < passesAtMost; pass++) {
    const rest = replace(text, found, () => taken);
    const more = find(rest.text, options);
    if (more.length === 0) break;
    found = merge(found, more, rest.marks);
  }
  return write(text, found, options);
};

const passesAtMost = 6;

export const find = (text: string, options: Options, misses?: Miss[]): readonly Finding[] => {
  const { policy } = options;
  const own = policy !== undefined && hasOwnPatterns(policy);
  const reading = startReading(text, misses, own);
  if (reading === undefined) return none;
  detect(reading, options);
  if (own) detectOwn(reading, policy);
  if (reading.hits.length === 0) return none;
  const found: Finding[] = [];
  for (const hit of withoutOverlap(asEvidence(reading), reading.lower)) {
    const finding = findingOf(reading, hit, options);
    if (finding !== undefined) found.push(finding);
  }
  return found;
};

const none: readonly Finding[] = Object.freeze([]);
const noMarks: readonly Mark[] = Object.freeze([]);

const detect = (reading: Reading, { field }: Options): void => {
  const { families } = reading.glance;
  const { hits, lower } = reading;
  for (const turn of turns) {
    if ((turn.families !== 0 && (families & turn.families) === 0) || reading.groups.longest < turn.digits) continue;
    if (field === "name" && turn.isOfSentences) continue;
    const { length } = hits;
    turn.detect(reading);
    if (turn.claims === undefined || hits.length === length) continue;
    reading.groups = unclaimed(reading.groups, lower, hits.slice(length).filter(turn.claims));
  }
};

/** The detectors (families 0: none is needed) as objects of one form: properties of many forms are looked up an order of magnitude slower. */
const turns = detectors.map(({ families = 0, digits, isOfSentences = false, claims, detect }) => ({
  families,
  digits,
  isOfSentences,
  claims,
  detect,
}));

/** Undefined when the policy lets it stand. */
const findingOf = (reading: Reading, hit: Hit, { policy, visibility }: Options): Finding | undefined => {
  const { kind, rule } = hit;
  const treatment = treatmentOf(policy, hit, visibility ?? "public");
  const isStillShown = treatment === "keep" && kind !== "link";
  if (isStillShown || (policy !== undefined && isAllowed(policy, reading.lower, hit))) return undefined;
  const [start, end] = sourceSpan(reading.view, hit.start, hit.end);
  if (treatment === "drop")
    return hit.isEvidence ? { kind, start, end, rule, isEvidence: true } : { kind, start, end, rule };
  return { kind, start, end, rule, kept: hit.kept ?? lastFour(reading.lower.slice(hit.start, hit.end)) };
};

const lastFour = (text: string): string => text.replace(/[^a-z0-9]/g, "").slice(-4);

/** The text with its findings, in order and without overlap, replaced by their labels. */
export const write = (text: string, found: readonly Finding[], { language = "fr" }: Options): Redaction => {
  const { text: written, marks } = replace(text, found, ({ kind, rule, kept }) => label(kind, rule, language, kept));
  return { text: written as Redacted, found, marks };
};

const replace = (
  text: string,
  found: readonly Finding[],
  by: (finding: Finding) => string,
): { readonly text: string; readonly marks: readonly Mark[] } => {
  const marks: Mark[] = [];
  let out = "";
  let at = 0;
  for (const finding of found) {
    out += text.slice(at, finding.start);
    const mark = by(finding);
    marks.push({ kind: finding.kind, start: out.length, end: out.length + mark.length, rule: finding.rule });
    out += mark;
    at = finding.end;
  }
  return { text: out + text.slice(at), marks };
};

/** Findings in the written text, put back among those they were found after; what they cover they replace. */
const merge = (found: readonly Finding[], more: readonly Finding[], marks: readonly Mark[]): readonly Finding[] => {
  const placed = more.map((finding) => ({
    ...finding,
    start: placeOf(finding.start, found, marks, "start"),
    end: placeOf(finding.end, found, marks, "end"),
  }));
  let at = 0;
  const left = found.filter((old) => {
    while (at < placed.length && (placed[at]?.end ?? 0) < old.end) at++;
    return (placed[at]?.start ?? Number.POSITIVE_INFINITY) > old.start;
  });
  return [...left, ...placed].sort((one, two) => one.start - two.start);
};

/** The place in the input of a place in the written text; within a mark, that side of what it replaced. */
const placeOf = (at: number, found: readonly Finding[], marks: readonly Mark[], side: "start" | "end"): number => {
  let shift = 0;
  for (const [index, mark] of marks.entries()) {
    const old = found[index];
    if (old === undefined || at <= mark.start) break;
    if (at < mark.end) return old[side];
    shift = old.end - mark.end;
  }
  return at + shift;
};
