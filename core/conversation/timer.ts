import type * as Sla from "#core/sla";
import { nextMarkAt } from "./clock.ts";
import { handoffTimerAt } from "./handoff-time.ts";
import type { Conversation } from "./state.ts";

/** When time alone next has something to say here; undefined when it has not. */
export const nextTimerAt = (state: Conversation): Sla.Instant | undefined =>
  [nextMarkAt(state), handoffTimerAt(state)]
    .filter((each) => each !== undefined)
    .sort()
    .at(0);
