import type * as Sla from "#core/sla";
import { isAtRisk, isBreached } from "./clock.ts";
import type { Conversation } from "./state.ts";

/**
 * What a card shows beside the log: redacted words that may be redacted again or erased, so they live outside the log
 * and are not part of its replay.
 */
export type Label = { readonly name?: string; readonly handle?: string; readonly preview?: string };

/** A conversation as the lists show it. */
export type Card = {
  readonly id: string;
  readonly channel: Conversation["channel"];
  readonly visibility: Conversation["visibility"];
  readonly status: Conversation["status"];
  readonly contact: { readonly name?: string; readonly handle?: string };
  readonly preview?: string;
  readonly assignee: string | null;
  readonly teamId: string;
  readonly dueAt: Sla.Instant | null;
  readonly target: Sla.Target["kind"] | null;
  readonly atRisk: boolean;
  readonly breached: boolean;
  readonly awaiting: boolean;
  readonly openedAt: Sla.Instant;
  readonly lastMessageAt: Sla.Instant;
  readonly lastInboundAt: Sla.Instant | null;
  readonly closedAt: Sla.Instant | null;
  /** Replies the platform has not accepted yet. */
  readonly unsent: number;
  readonly version: number;
};

export const cardOf = (state: Conversation, label: Label, version: number): Card => ({
  id: state.id,
  channel: state.channel,
  visibility: state.visibility,
  status: state.status,
  contact: {
    ...(label.name === undefined ? {} : { name: label.name }),
    ...(label.handle === undefined ? {} : { handle: label.handle }),
  },
  ...(label.preview === undefined ? {} : { preview: label.preview }),
  assignee: state.assigneeId ?? null,
  teamId: state.teamId,
  dueAt: state.clock?.dueAt ?? null,
  target: state.clock?.kind ?? null,
  atRisk: isAtRisk(state),
  breached: isBreached(state),
  awaiting: state.isAwaiting,
  openedAt: state.openedAt,
  lastMessageAt: state.lastMessageAt,
  lastInboundAt: state.lastInboundAt ?? null,
  closedAt: state.closedAt ?? null,
  unsent: state.outbox.length,
  version,
});
