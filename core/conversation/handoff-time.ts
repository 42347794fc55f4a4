import type * as Sla from "#core/sla";
import { policyOf } from "./clock.ts";
import type { ConversationEvent } from "./event.ts";
import { endOf, stallOf } from "./handoff-state.ts";
import { askAgain } from "./message.ts";
import type { Conversation } from "./state.ts";

/** A day without a sign, and the end of a link: told once, when the time has come. Silence asks for an answer by the clock. */
export const markHandoff = (
  state: Conversation,
  policies: readonly Sla.Policy[],
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const { handoff } = state;
  if (handoff === undefined) return [];
  const { id: handoffId, step } = handoff;
  const endsAt = endOf(handoff);
  if (endsAt !== undefined && endsAt <= now) return [{ type: "handoff-expired", handoffId }];
  const stallsAt = stallOf(handoff);
  if (stallsAt === undefined || stallsAt > now) return [];
  return [
    { type: "handoff-stalled", handoffId, step, latenessMilliseconds: Date.parse(now) - Date.parse(stallsAt) },
    ...(state.status === "closed" ? [{ type: "reopened", by: "failure" } as const] : []),
    ...askAgain(state, policyOf(state.policy, policies), now),
  ];
};

export const handoffTimerAt = ({ handoff }: Conversation): Sla.Instant | undefined =>
  handoff === undefined
    ? undefined
    : [endOf(handoff), stallOf(handoff)]
        .filter((each) => each !== undefined)
        .sort()
        .at(0);
