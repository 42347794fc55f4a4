import type { Segment, Values } from "./segment.ts";

/** A piece of a filled template. Offsets are UTF-16 into its text; an empty slot stands at one point. */
export type Piece = {
  readonly kind: "locked" | "editable" | "slot" | "variable";
  readonly start: number;
  readonly end: number;
  /** A slot's: what to say there. */
  readonly name?: string;
};

export type Filled = { readonly text: string; readonly pieces: readonly Piece[] };

/** The words a template gives with these values. Slots stay empty: what is typed there is the agent's. */
export const fill = (segments: readonly Segment[], values: Values): Filled => {
  let text = "";
  const pieces = segments.map((segment): Piece => {
    const words = wordsOf(segment, values);
    // An empty slot leaves no second space behind.
    const start = text.length;
    text += /\s$/.test(text) && segment.kind === "text" ? words.replace(/^ /, "") : words;
    return {
      kind: kindOf(segment),
      start,
      end: text.length,
      ...(segment.kind === "slot" ? { name: segment.name } : {}),
    };
  });
  return { text, pieces };
};

export const wordsOf = (segment: Segment, values: Values): string => {
  switch (segment.kind) {
    case "text":
      return segment.text;
    case "slot":
      return "";
    case "variable":
      return valueNamed(segment.name, values) ?? segment.fallback;
    default:
      return segment satisfies never;
  }
};

const kindOf = (segment: Segment): Piece["kind"] => {
  if (segment.kind === "slot") return "slot";
  if (segment.isLocked) return "locked";
  return segment.kind === "text" ? "editable" : "variable";
};

const valueNamed = (name: string, { contact, deadline, facts = {}, link, signature }: Values): string | undefined => {
  const values: Readonly<Record<string, string | undefined>> = { contact, deadline, link, signature };
  const value = name.startsWith("fact.") ? facts[name.slice("fact.".length)] : values[name];
  return value === "" ? undefined : value;
};
