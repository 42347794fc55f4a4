import type * as Sla from "#core/sla";
import type { Place, StopStep } from "./fact.ts";

/** A promise under way. `since` is absent while it waits; `told` once its outcome has been counted. */
export type Run = {
  readonly kind: Sla.TargetKind;
  readonly startedAt: Sla.Instant;
  readonly dueAt: Sla.Instant;
  readonly since?: Sla.Instant;
  readonly usedSeconds: number;
  readonly isTold?: true;
};

/** What has to be remembered of a conversation's log so far to understand its next entry. Bounded, as the head is. */
export type Story = Place & {
  readonly policy: { readonly id: string; readonly version: number };
  /** When the present talk began: the opening, or the last reopening. */
  readonly beganAt: Sla.Instant;
  /** Listening found it, and nobody has been spoken to or has taken it up. */
  readonly isHeard?: true;
  readonly lastInboundAt?: Sla.Instant;
  readonly assigneeId?: string;
  /** Since when its agent may be at work on what is answered next. */
  readonly workSince?: Sla.Instant;
  /** Who wrote the replies that the platform has not taken yet; nobody for automatic ones. */
  readonly writers: Readonly<Record<string, string | null>>;
  /** Whose reply the platform took last. */
  readonly lastSenderId?: string;
  readonly response?: Run;
  readonly resolution?: Run;
  /** The promise of a conversation that was closed while its answer was still on its way. */
  readonly answering?: Run;
  /** The way to the secure page that was offered last, and how far it came before the customer was there. */
  readonly offer?: { readonly at: Sla.Instant; readonly step: StopStep };
};
