import type { ConversationEvent, Message } from "../../data/api-types.ts";
import type { Outgoing } from "../../data/outgoing/model.ts";

/** What the thread shows, in order. `key` is stable, so that what is on the screen stays the same element. */
export type TimelineItem = { key: string } & (
  | { kind: "day"; at: string }
  | { kind: "message"; message: Message }
  | { kind: "event"; event: ShownEvent }
  | { kind: "outgoing"; outgoing: Outgoing }
);

export const SHOWN_EVENTS = [
  "assigned",
  "unassigned",
  "moved",
  "snoozed",
  "woken",
  "closed",
  "reopened",
  "at-risk",
  "breached",
  "recalled",
  "evidence-read",
  "evidence-dropped",
  "hidden",
  "unhidden",
  "complaint-confirmed",
  "complaint-refused",
  "escalated",
  "notified",
  "notice-failed",
  "came-late",
  "automatic-withheld",
  "joined",
  "rated",
  "merged",
  "merged-into",
  "separated",
  "split-from",
  "split-off",
  "erasure-ordered",
  "erased",
  "hold-placed",
  "hold-lifted",
] as const;
export type ShownEvent = ConversationEvent & { type: (typeof SHOWN_EVENTS)[number] };

type Parts = { messages: readonly Message[]; events: readonly ConversationEvent[]; outgoing: readonly Outgoing[] };

/** Messages and events by time, a line where a new day begins, what is being sent at the end. */
export const timelineOf = ({ messages, events, outgoing }: Parts): TimelineItem[] => {
  const past: Placed[] = [
    ...messages.map((message) => ({ at: message.occurredAt, item: messageItem(message) })),
    ...worthShowing(events).map((event) => ({ at: event.at, item: eventItem(event) })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const sending = outgoing
    .filter((one) => !hasArrived(one, messages))
    .map((one) => ({ at: one.writtenAt, item: outgoingItem(one) }));
  return withDays([...past, ...sending]);
};

/** Clocks differ: what we wrote may seem to have arrived this long before. */
const SKEW_MS = 120_000;

/** The answer to our sending was lost, but the message is there: it must not look as if it went twice. */
const hasArrived = ({ text, writtenAt }: Outgoing, messages: readonly Message[]): boolean =>
  messages.some(
    (message) =>
      message.direction === "outbound" &&
      message.text === text &&
      Date.parse(message.occurredAt) > Date.parse(writtenAt) - SKEW_MS,
  );

type Placed = { at: string; item: TimelineItem };

const messageItem = (message: Message): TimelineItem => ({ key: message.id, kind: "message", message });
const eventItem = (event: ShownEvent): TimelineItem => ({
  key: `${event.version} ${event.type} ${event.agentId ?? ""}`,
  kind: "event",
  event,
});
const outgoingItem = (outgoing: Outgoing): TimelineItem => ({ key: outgoing.key, kind: "outgoing", outgoing });

const isShown = (event: ConversationEvent): event is ShownEvent => SHOWN_EVENTS.some((type) => type === event.type);

/**
 * A deadline nears in several steps; agents are told once, until it is met or passed. Handing over and closing take it
 * from its holder in the same move, and closing out of its sleep: only the move is told.
 */
const worthShowing = (events: readonly ConversationEvent[]): ShownEvent[] => {
  const versionsOf = (...types: string[]) =>
    new Set(events.filter(({ type }) => types.includes(type)).map(({ version }) => version));
  const moved = versionsOf("assigned", "closed", "moved");
  const closed = versionsOf("closed");
  let isTold = false;
  return events.filter(isShownOrReset).flatMap((event) => {
    const repeats =
      (event.type === "at-risk" && isTold) ||
      (event.type === "unassigned" && moved.has(event.version)) ||
      (event.type === "woken" && closed.has(event.version));
    isTold = event.type === "at-risk" || (isTold && (event.type === "assigned" || event.type === "unassigned"));
    return isShown(event) && !repeats ? [event] : [];
  });
};

const isShownOrReset = (event: ConversationEvent): boolean => event.type === "answered" || isShown(event);

const withDays = (placed: readonly Placed[]): TimelineItem[] =>
  placed.flatMap(({ at, item }, index) => {
    const before = placed[index - 1];
    const sameDay = before !== undefined && new Date(before.at).toDateString() === new Date(at).toDateString();
    return sameDay ? [item] : [{ key: `day ${new Date(at).toDateString()}`, kind: "day", at } as const, item];
  });
