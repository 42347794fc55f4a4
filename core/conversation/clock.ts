import * as Sla from "#core/sla";
import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";

/** Starts a response clock from the customer's message, by the platform's time. */
export const startClock = (
  kind: Sla.Target["kind"],
  startedAt: Sla.Instant,
  pinned: Conversation["policy"],
  policies: readonly Sla.Policy[],
): readonly ConversationEvent[] => {
  const policy = policies.find((each) => each.id === pinned.id && each.version === pinned.version) ?? policies.at(-1);
  return policy === undefined ? [] : [{ type: "clock-started", target: Sla.startTarget(kind, startedAt, policy) }];
};

/** Stops the running clock, saying whether the deadline was kept. */
export const stopClock = (
  state: Conversation,
  reason: "answered" | "closed",
  at: Sla.Instant,
): readonly ConversationEvent[] =>
  state.clock === undefined
    ? []
    : [{ type: "clock-stopped", target: state.clock.kind, reason, late: at > state.clock.dueAt }];

/** Fires every mark whose time has come, once. */
export const mark = (state: Conversation, now: Sla.Instant): readonly ConversationEvent[] =>
  pendingMarks(state)
    .filter(({ at }) => at <= now)
    .map((due) => ({
      type: "marked",
      target: state.clock?.kind ?? "first-response",
      mark: due.mark,
      dueAt: due.at,
      latenessMilliseconds: Date.parse(now) - Date.parse(due.at),
    }));

/** When the clock next has something to say; undefined when it has not. */
export const nextTimerAt = (state: Conversation): Sla.Instant | undefined =>
  pendingMarks(state)
    .map(({ at }) => at)
    .sort()
    .at(0);

const pendingMarks = (state: Conversation): readonly Sla.Target["marks"][number][] =>
  state.status === "closed" || state.clock === undefined
    ? []
    : state.clock.marks.filter(({ mark: name }) => !state.clock?.fired.includes(name));

export const isBreached = (state: Conversation): boolean => state.clock?.fired.includes("breached") ?? false;

export const isAtRisk = (state: Conversation): boolean => !isBreached(state) && (state.clock?.fired.length ?? 0) > 0;
