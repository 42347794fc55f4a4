import { type Segment, variableNames } from "./segment.ts";

export type Notation =
  | { readonly isValid: true; readonly segments: readonly Segment[] }
  /** `at`: UTF-16 offset of what cannot be read. */
  | { readonly isValid: false; readonly at: number; readonly why: "open" | "nested" | "name" | "slot-locked" };

const tokens = /\[\[|\]\]|\{[^{}\n]*\}?|\}/g;
const slotName = /^slot:\s*(\S[^{}|]{0,59})$/;
const variable = /^([a-z]+(?:\.[a-z0-9-]{1,40})?)(?:\|(.*))?$/;

/**
 * Reads a template as it is written: `[[locked words]]`, `{slot:what to say}`, `{contact|Bonjour}` (a variable and its
 * fall-back), and everything else editable.
 */
export const readNotation = (written: string): Notation => {
  const segments: Segment[] = [];
  let isLocked = false;
  let from = 0;
  const addText = (to: number): void => {
    if (to > from) segments.push({ kind: "text", text: written.slice(from, to), isLocked });
  };
  for (const token of written.matchAll(tokens)) {
    const at = token.index;
    addText(at);
    from = at + token[0].length;
    if (token[0] === "[[" || token[0] === "]]") {
      if (isLocked === (token[0] === "[[")) return { isValid: false, at, why: "nested" };
      isLocked = !isLocked;
      continue;
    }
    const segment = segmentOf(token[0], isLocked);
    if (typeof segment === "string") return { isValid: false, at, why: segment };
    segments.push(segment);
  }
  addText(written.length);
  return isLocked ? { isValid: false, at: written.lastIndexOf("[["), why: "open" } : { isValid: true, segments };
};

const segmentOf = (token: string, isLocked: boolean): Segment | "open" | "name" | "slot-locked" => {
  if (!token.startsWith("{") || !token.endsWith("}")) return "open";
  const inner = token.slice(1, -1);
  const slot = slotName.exec(inner)?.[1];
  if (slot !== undefined) return isLocked ? "slot-locked" : { kind: "slot", name: slot.trim() };
  const [, name = "", fallback = ""] = variable.exec(inner) ?? [];
  const isKnown = variableNames.some((known) => known === name) || /^fact\../.test(name);
  return isKnown ? { kind: "variable", name, fallback, isLocked } : "name";
};

/** Segments of a text that was read before; a text that cannot be read is all editable. */
export const segmentsOf = (written: string): readonly Segment[] => {
  const read = readNotation(written);
  return read.isValid ? read.segments : [{ kind: "text", text: written, isLocked: false }];
};
