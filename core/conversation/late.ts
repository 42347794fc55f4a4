import type * as Sla from "#core/sla";
import type { Conversation } from "./state.ts";

/** No webhook told of a customer's message: it was found by asking. Its clock runs from when it was written. */
export type LateEvent = {
  readonly type: "came-late";
  readonly messageId: string;
  readonly occurredAt: Sla.Instant;
  readonly latenessSeconds: number;
  readonly by: "platform";
};

export const cameLate = (late: Omit<LateEvent, "type" | "by">): LateEvent => ({
  type: "came-late",
  by: "platform",
  ...late,
});

export const evolveLate = (state: Conversation, { occurredAt }: LateEvent): Conversation => ({
  ...state,
  lateSince: occurredAt,
});

/** The clock that runs was started by a message the platform told too late: its breach has that for a reason. */
export const isLateFromPlatform = ({ clock, lateSince }: Conversation): boolean =>
  lateSince !== undefined && clock?.startedAt === lateSince;
