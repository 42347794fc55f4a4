import { wordsOf } from "./fill.ts";
import type { Segment, Values } from "./segment.ts";

/** These differ from one filling to the next, so they are not compared letter by letter. */
const passing = ["link", "deadline"];

/**
 * The locked words that a text made from a template no longer holds, in their order. Spaces and line breaks may differ:
 * platforms change those themselves.
 */
export const changedLocks = (segments: readonly Segment[], values: Values, text: string): readonly string[] => {
  const written = squeeze(text);
  const changed: string[] = [];
  let from = 0;
  for (const words of lockedRuns(segments, values)) {
    const at = written.indexOf(words, from);
    if (at === -1) changed.push(words);
    else from = at + words.length;
  }
  return changed;
};

const lockedRuns = (segments: readonly Segment[], values: Values): readonly string[] => {
  const runs: string[] = [""];
  for (const segment of segments) {
    const isPassing = segment.kind === "variable" && passing.includes(segment.name);
    if (segment.kind === "slot" || !segment.isLocked || isPassing) runs.push("");
    else runs.push((runs.pop() ?? "") + wordsOf(segment, values));
  }
  return runs.map(squeeze).filter((run) => run !== "");
};

const squeeze = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();
