import type { Draft } from "./draft.ts";

/**
 * A draft that the server gave back, such as an answer that was taken back, with what was typed while it was asked.
 * `asked`: what was written here when it was asked, and is part of what it gives; `now`: what is written here by now.
 */
export const adopted = (given: Draft, asked: Draft, now: Draft): Draft => {
  const [theirs, then, mine] = [sidesOf(given), sidesOf(asked), sidesOf(now)];
  const answer = mine.answer === then.answer ? theirs.answer : withTyped(theirs.answer, then.answer, mine.answer);
  const note = mine.note === then.note ? theirs.note : mine.note;
  const { aside: _, ...side } = given;
  if (given.mode === "note") return { ...side, text: note, aside: asideOf(given, "reply", answer) };
  return { ...side, text: answer, aside: asideOf(given, "note", note) };
};

/** What was written when it was asked stands at the end of what was given: it has become what is written now. */
const withTyped = (given: string, asked: string, now: string): string => {
  if (asked !== "" && given.endsWith(asked)) return given.slice(0, -asked.length) + now;
  return [given, now].filter((text) => text.trim() !== "").join("\n\n");
};

const sidesOf = (draft: Draft) => {
  const beside = draft.aside?.text ?? "";
  return draft.mode === "note" ? { answer: beside, note: draft.text } : { answer: draft.text, note: beside };
};

const asideOf = ({ aside }: Draft, mode: "reply" | "note", text: string): Draft["aside"] => {
  if (text.trim() === "") return undefined;
  return { mode, inboundSeen: undefined, templateId: undefined, ...aside, text };
};
