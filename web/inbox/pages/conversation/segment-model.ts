import type { Redaction } from "../../data/api-types.ts";

export type Segment = { text: string; kind?: string };
type Span = Pick<Redaction, "kind" | "start" | "end"> & Partial<Redaction>;

/** A text cut at its redactions, in order. A redaction outside the text or over another is left out. */
export const segmentsOf = (text: string, redactions: readonly Span[]): Segment[] => {
  const segments: Segment[] = [];
  let at = 0;
  for (const { kind, start, end } of [...redactions].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) segments.push({ text: text.slice(at, start) });
    segments.push({ text: text.slice(start, end), kind });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at) });
  return segments;
};

/** "[card ••••1111]" is drawn as a mark, which needs no brackets. */
export const bare = (token: string): string => token.replace(/^\[(.*)\]$/u, "$1");
