import type { Kind } from "./kind.ts";
import type { Miss } from "./reading.ts";
import { find, type Options, redact } from "./redact.ts";

/** Why a text comes out as it does. Shows the values: for the person who typed them, never for a log. */
export type Explanation = {
  readonly text: string;
  readonly fired: readonly { readonly kind: Kind; readonly rule: string; readonly value: string }[];
  readonly missed: readonly { readonly rule: string; readonly value: string; readonly why: string }[];
};

export const explain = (text: string, options: Options = {}): Explanation => {
  const misses: Miss[] = [];
  find(text, options, misses);
  const { found, text: kept } = redact(text, options);
  return {
    text: kept,
    fired: found.map(({ kind, rule, start, end }) => ({ kind, rule, value: text.slice(start, end) })),
    // What one rule left and another took is no miss.
    missed: misses
      .filter(({ end, start }) => !found.some((each) => each.start <= start && end <= each.end))
      .map(({ rule, start, end, why }) => ({ rule, value: text.slice(start, end), why })),
  };
};
