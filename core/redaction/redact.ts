import { detectors } from "./detector/index.ts";
import type { Finding, Mark, Redacted } from "./kind.ts";
import { type Language, label } from "./label.ts";
import { withoutOverlap } from "./overlap.ts";
import { type Policy, treatmentOf, type Visibility } from "./policy.ts";
import { type Hit, startReading } from "./reading.ts";
import { sourceSpan } from "./view.ts";

/** `language` is the reader's, for the labels; French unless told. `visibility` is where the message stands. */
export type Options = {
  readonly language?: Language;
  readonly visibility?: Visibility;
  readonly policy?: Policy;
};

export type Redaction = {
  readonly text: Redacted;
  readonly found: readonly Finding[];
  readonly marks: readonly Mark[];
};

export const redact = (text: string, options: Options = {}): Redaction => {
  const found = find(text, options);
  return found.length === 0 ? { text: text as Redacted, found, marks: [] } : write(text, found, options);
};

const find = (text: string, options: Options): readonly Finding[] => {
  const reading = startReading(text);
  if (reading === undefined) return [];
  const { longest } = reading.groups;
  const { families } = reading.glance;
  for (const detector of detectors)
    if (longest >= detector.digits && (detector.families === undefined || families & detector.families))
      detector.detect(reading);
  return withoutOverlap(reading.hits, reading.lower).flatMap((hit) => {
    const [start, end] = sourceSpan(reading.view, hit.start, hit.end);
    const treatment = treatmentOf(options.policy, hit.kind, options.visibility ?? "public");
    if (treatment === "keep") return [];
    const kept = treatment === "drop" ? undefined : keptOf(hit, reading.lower);
    return [{ kind: hit.kind, start, end, rule: hit.rule, ...(kept === undefined ? {} : { kept }) }];
  });
};

const keptOf = (hit: Hit, lower: string): string | undefined =>
  hit.kept ??
  lower
    .slice(hit.start, hit.end)
    .replace(/[^a-z0-9]/g, "")
    .slice(-4);

const write = (text: string, found: readonly Finding[], options: Options): Redaction => {
  const marks: Mark[] = [];
  let out = "";
  let at = 0;
  for (const { kind, start, end, rule, kept } of found) {
    out += text.slice(at, start);
    const mark = label(kind, options.language ?? "fr", kept);
    marks.push({ kind, start: out.length, end: out.length + mark.length, rule });
    out += mark;
    at = end;
  }
  return { text: (out + text.slice(at)) as Redacted, found, marks };
};
