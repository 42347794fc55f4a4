import type { ConversationEvent } from "./event.ts";
import type { Clock, Conversation } from "./state.ts";
import { without } from "./without.ts";

type ClockEvent = Extract<
  ConversationEvent,
  { type: "clock-started" | "clock-resumed" | "clock-paused" | "clock-stopped" | "marked" | "escalated" }
>;

/** A clock that is corrected keeps the marks that have fired; so does one that goes on after a pause. */
export const turn = (state: Conversation, event: ClockEvent): Conversation => {
  const kind = typeof event.target === "string" ? event.target : event.target.kind;
  const key = kind === "resolution" ? "resolution" : "clock";
  const clock: Clock | undefined = state[key];
  switch (event.type) {
    case "clock-started":
    case "clock-resumed":
      return {
        ...state,
        [key]: { ...event.target, fired: firedOf(event) ?? (clock?.kind === kind ? clock.fired : []) },
      };
    case "clock-paused":
      return clock === undefined ? state : { ...state, [key]: { ...clock, pausedAt: event.at } };
    case "clock-stopped":
      return without(state, key);
    case "marked":
    case "escalated":
      return clock === undefined ? state : { ...state, [key]: { ...clock, fired: [...clock.fired, event.mark] } };
    default:
      return event satisfies never;
  }
};

const firedOf = (event: ClockEvent): Clock["fired"] | undefined =>
  event.type === "clock-started" ? event.fired : undefined;
