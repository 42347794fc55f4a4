import type * as Sla from "#core/sla";
import { elsewhere } from "./elsewhere.ts";
import type { Outcome, Visibility } from "./event.ts";
import type { Conversation } from "./state.ts";

/** The bank's question at closing, once a conversation. */
export type Satisfaction = { readonly askedAt: Sla.Instant; readonly score?: Score };

/** From 1, not at all, to 5, very. */
export type Score = 1 | 2 | 3 | 4 | 5;

export type SatisfactionEvent =
  /** The customer's answer to it; the message that gave it is in the log beside. */
  { readonly type: "rated"; readonly messageId: string; readonly score: Score };

/** Its words are kept as a body; here is which, and what it hashes to. */
export type Question = { readonly messageId: string; readonly digest: string };

/** Later than this a lone digit answers nothing that anybody remembers. */
const answerMilliseconds = 72 * 3_600_000;

/**
 * In private alone, when somebody answered, on a platform: where everybody reads, the answer would be theirs, too. Not in a
 * part: the answer would arrive in its thread.
 */
export const mayAskSatisfaction = (state: Conversation, outcome: Outcome): boolean =>
  outcome === "answered" &&
  state.status === "open" &&
  state.visibility === "private" &&
  state.channel !== "secure" &&
  state.splitFrom === undefined &&
  elsewhere(state) === undefined &&
  state.satisfaction === undefined &&
  state.lastInboundId !== undefined;

export const askSatisfaction = (
  state: Conversation,
  outcome: Outcome,
  question: Question,
): readonly {
  readonly type: "auto-replied";
  readonly messageId: string;
  readonly digest: string;
  readonly reason: "satisfaction";
  readonly visibility: Visibility;
}[] =>
  mayAskSatisfaction(state, outcome)
    ? [{ type: "auto-replied", ...question, reason: "satisfaction", visibility: "private" }]
    : [];

/** A digit from 1 to 5 and nothing else, "4/5" and an emoji's frame included, while the question is fresh and the conversation closed. */
export const scoreIn = (
  state: Conversation | undefined,
  { at, text }: { readonly text: string; readonly at: Sla.Instant },
): Score | undefined => {
  const { satisfaction, status } = state ?? {};
  if (status !== "closed" || satisfaction === undefined || satisfaction.score !== undefined) return undefined;
  const since = Date.parse(at) - Date.parse(satisfaction.askedAt);
  if (since > answerMilliseconds) return undefined;
  const [, digit] = /^\s*([1-5])(?:\uFE0F?\u20E3)?(?:\s*(?:\/|sur|out of)\s*5)?\s*[.!]?\s*$/u.exec(text) ?? [];
  return digit === undefined ? undefined : (Number(digit) as Score);
};

export const evolveSatisfaction = (state: Conversation, { score }: SatisfactionEvent): Conversation =>
  state.satisfaction === undefined ? state : { ...state, satisfaction: { ...state.satisfaction, score } };
