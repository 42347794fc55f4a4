import * as Sla from "#core/sla";
import type { ConversationEvent } from "./event.ts";
import type { Clock, Conversation } from "./state.ts";

type Ending = Extract<ConversationEvent, { type: "clock-stopped" }>["reason"];

/** The events that lead from one set of clocks to another. */
export const changeClocks = (
  before: Sla.Clocks,
  after: Sla.Clocks,
  reason: Ending,
  at: Sla.Instant,
): readonly ConversationEvent[] => [
  ...changeClock(before.response, after.response, reason, at),
  ...changeClock(before.resolution, after.resolution, reason, at),
];

export const clocksOf = ({ clock, resolution, hasBeenAnswered, status, openedAt }: Conversation): Sla.Clocks => ({
  ...(clock === undefined ? {} : { response: clock }),
  ...(resolution === undefined ? {} : { resolution }),
  ...(hasBeenAnswered || status === "closed" ? { firstAnsweredAt: openedAt } : {}),
});

/** The policy the conversation began with; the current one where that is not kept any more. */
export const policyOf = (pinned: Conversation["policy"], policies: readonly Sla.Policy[]): Sla.Policy | undefined =>
  policies.find((each) => each.id === pinned.id && each.version === pinned.version) ?? policies.at(-1);

/** The same clocks where a stricter policy ends them sooner. */
export const hastened = (clocks: Sla.Clocks, at: Sla.Instant, policy: Sla.Policy): Sla.Clocks => ({
  ...clocks,
  ...(clocks.response === undefined ? {} : { response: sooner(clocks.response, at, policy) }),
  ...(clocks.resolution === undefined ? {} : { resolution: sooner(clocks.resolution, at, policy) }),
});

/** A clock taken over from another conversation keeps the marks that have fired there. */
export const withMarksOf = (
  event: ConversationEvent,
  { clock, resolution }: Pick<Conversation, "clock" | "resolution">,
): ConversationEvent => {
  if (event.type !== "clock-started") return event;
  const before = event.target.kind === "resolution" ? resolution : clock;
  const isTaken = before?.startedAt === event.target.startedAt && before.dueAt === event.target.dueAt;
  return isTaken ? { ...event, fired: before.fired } : event;
};

/** Fires every mark whose time has come, once. */
export const mark = (state: Conversation, now: Sla.Instant, isWriting = false): readonly ConversationEvent[] =>
  running(state).flatMap((clock) =>
    Sla.dueMarks(clock, clock.fired, now).flatMap((due) => {
      const firing = {
        target: clock.kind,
        mark: due.mark,
        dueAt: due.at,
        latenessMilliseconds: Date.parse(now) - Date.parse(due.at),
      };
      return due.does === undefined
        ? [{ type: "marked", ...firing } as const]
        : escalate(isWriting ? kept(state) : state, due.does, firing);
    }),
  );

/** A breach that is due when its clock stops and whose timer has not fired yet: it fires then, once. */
export const breaches = (state: Conversation, now: Sla.Instant): readonly ConversationEvent[] =>
  mark(state, now).filter((event) => event.type === "marked" && event.mark === "breached");

type Firing = Omit<Extract<ConversationEvent, { type: "marked" }>, "type">;

type Holding = Pick<Conversation, "assigneeId" | "teamId"> & { readonly isKept?: boolean };

/** Nothing is taken from an agent who is writing the answer: everything else of the step is done. */
const kept = ({ assigneeId, teamId }: Conversation): Holding => ({
  teamId,
  isKept: true,
  ...(assigneeId === undefined ? {} : { assigneeId }),
});

const escalate = (
  { assigneeId, isKept, teamId }: Holding,
  { actions, teamId: takingOver }: NonNullable<Sla.Mark["does"]>,
  firing: Firing,
): readonly ConversationEvent[] => {
  const isMoved = !isKept && takingOver !== undefined && takingOver !== teamId;
  const isTaken = !isKept && assigneeId !== undefined && (isMoved || actions.includes("return-to-team"));
  return [
    { type: "escalated", ...firing, actions },
    ...(isTaken ? [{ type: "unassigned", agentId: assigneeId, reason: "escalated" } as const] : []),
    ...(isMoved ? [{ type: "moved", teamId: takingOver } as const] : []),
  ];
};

/** When the next mark of a clock, or a reminder, is due; undefined when none is. */
export const nextMarkAt = (state: Conversation): Sla.Instant | undefined =>
  [
    ...running(state).flatMap((clock) => Sla.nextTimerAt(clock, clock.fired) ?? []),
    ...(state.snooze?.until === undefined ? [] : [state.snooze.until]),
    ...(state.followUpAt === undefined ? [] : [state.followUpAt]),
  ]
    .sort()
    .at(0);

export const isBreached = (state: Conversation): boolean => state.clock?.fired.includes("breached") ?? false;

export const isAtRisk = (state: Conversation): boolean => !isBreached(state) && (state.clock?.fired.length ?? 0) > 0;

/** The last warning before the promise breaks was given: 80 % of the time is gone, where the policy says no other. */
export const isNearlyDue = (state: Conversation): boolean => {
  const last = state.clock?.marks.findLast(({ mark: name }) => name.startsWith("at-risk-"));
  return last !== undefined && !isBreached(state) && (state.clock?.fired.includes(last.mark) ?? false);
};

/** What escalation has done since the customer began to wait. */
export const escalationsOf = ({ clock }: Conversation): readonly string[] =>
  clock?.marks.flatMap(({ does, mark: name }) => (clock.fired.includes(name) ? (does?.actions ?? []) : [])) ?? [];

const running = ({ clock, resolution, status }: Conversation): readonly Clock[] =>
  status === "closed" ? [] : [clock, resolution].filter((each) => each !== undefined);

type Timed = Sla.Target | Sla.PausedTarget;

/** A clock that begins later than the one before is another promise; one that begins earlier corrects it. */
const changeClock = (
  before: Timed | undefined,
  after: Timed | undefined,
  reason: Ending,
  at: Sla.Instant,
): readonly ConversationEvent[] => {
  if (after === before) return [];
  const stopped: readonly ConversationEvent[] =
    before === undefined
      ? []
      : [
          {
            type: "clock-stopped",
            target: before.kind,
            reason,
            late: at > before.dueAt,
            startedAt: before.startedAt,
            at,
          },
        ];
  if (after === undefined) return stopped;
  if (Sla.isPaused(after)) {
    return before === undefined || Sla.isPaused(before)
      ? []
      : [{ type: "clock-paused", target: after.kind, at: after.pausedAt }];
  }
  const target = plain(after);
  if (before === undefined) return [{ type: "clock-started", target }];
  if (Sla.isPaused(before)) return [{ type: "clock-resumed", target }];
  if (after.startedAt === before.startedAt && after.dueAt === before.dueAt) return [];
  return after.startedAt > before.startedAt
    ? [...stopped, { type: "clock-started", target }]
    : [{ type: "clock-started", target }];
};

/** A target as the log keeps it, without what the state has noted beside it. */
const plain = ({ kind, startedAt, dueAt, marks }: Sla.Target): Sla.Target => ({ kind, startedAt, dueAt, marks });

const sooner = (clock: Timed, at: Sla.Instant, policy: Sla.Policy): Timed => {
  const hasty = Sla.startTarget(clock.kind, at, policy);
  if (Sla.isPaused(clock) || hasty.dueAt >= clock.dueAt) return clock;
  // It is the same promise made shorter, so it keeps the instant at which the customer asked.
  return { ...hasty, startedAt: clock.startedAt };
};
