import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";

/** Why a platform hears no more from us for an account: closed, so that it may be logged and told. */
export type Disconnection = "token-refused" | "revoked" | "refresh-refused" | "credential-missing";

/** What a check found wrong at the platform. */
export type Problem =
  | "webhook-invalid"
  | "webhook-missing"
  | "subscription-missing"
  | "platform-unreachable"
  | "permission-missing"
  | "answer-unreadable"
  | "list-cut";

export type Standing =
  | { readonly state: "connected" }
  | { readonly state: "reconnect"; readonly since: Sla.Instant; readonly reason: Disconnection };

/** Messages that no webhook told us of, found by asking. */
export type Gap = { readonly foundAt: Sla.Instant; readonly count: number };

/** How an account stands at its platform, as far as we know. Bounded. */
export type Health = {
  readonly standing: Standing;
  readonly lastDeliveryAt?: Sla.Instant;
  readonly gaps: readonly Gap[];
  readonly check?: { readonly at: Sla.Instant; readonly problems: readonly Problem[] };
  /** When the platform is asked next. */
  readonly nextCheckAt?: Sla.Instant;
  /** X: when what is kept is looked for next. */
  readonly nextRecheckAt?: Sla.Instant;
  /** X: the newest mention known. Meta: up to when conversations and comments have been compared. */
  readonly seenUntil?: string;
  /** X: up to when private messages have been compared. */
  readonly messagesUntil?: Sla.Instant;
  /** Deliveries of this time may be lost: the platform is asked for them again. */
  readonly outage?: { readonly from: Sla.Instant; readonly to: Sla.Instant };
};

export const unknownHealth: Health = { standing: { state: "connected" }, gaps: [] };

/** The platform is asked this often whether it still tells us. */
const checkMinutes = 15;
/** X wants removals followed within a day: half of it leaves time for a round that takes long. */
const recheckHours = 12;
const gapHours = 24;
const gapsKept = 96;

/** Nothing is sent from here on, until somebody connects it again; what arrives is taken as ever. */
export const disconnect = (health: Health, reason: Disconnection, now: Sla.Instant): Health =>
  health.standing.state === "reconnect" ? health : { ...health, standing: { state: "reconnect", since: now, reason } };

export const reconnect = (health: Health): Health =>
  health.standing.state === "connected" ? health : { ...health, standing: { state: "connected" } };

/** Deliveries come by the thousand; one a minute is worth writing down. */
export const heard = (health: Health, now: Sla.Instant): Health =>
  health.lastDeliveryAt !== undefined && Date.parse(now) - Date.parse(health.lastDeliveryAt) < 60_000
    ? health
    : { ...health, lastDeliveryAt: now };

export const isCheckDue = ({ nextCheckAt }: Health, now: Sla.Instant): boolean =>
  nextCheckAt === undefined || nextCheckAt <= now;

export const isRecheckDue = ({ nextRecheckAt }: Health, now: Sla.Instant): boolean =>
  nextRecheckAt === undefined || nextRecheckAt <= now;

/** What was due is due again after its time; the same object when nothing was. */
export const schedule = (health: Health, now: Sla.Instant): Health =>
  isCheckDue(health, now) || isRecheckDue(health, now)
    ? {
        ...health,
        ...(isCheckDue(health, now) ? { nextCheckAt: Instant.after(now, checkMinutes * 60) } : {}),
        ...(isRecheckDue(health, now) ? { nextRecheckAt: Instant.after(now, recheckHours * 3600) } : {}),
      }
    : health;

/** What a check came to. A webhook that told us nothing leaves a time to be asked for again. */
export const checked = (health: Health, problems: readonly Problem[], now: Sla.Instant): Health => {
  const wasDeaf = problems.includes("webhook-invalid") || problems.includes("webhook-missing");
  const from = health.outage?.from ?? health.check?.at ?? Instant.after(now, -checkMinutes * 60);
  return { ...health, check: { at: now, problems }, ...(wasDeaf ? { outage: { from, to: now } } : {}) };
};

/** What was found wrong between two checks; the next one says anew what is. */
export const troubled = (health: Health, problems: readonly Problem[]): Health =>
  health.check === undefined || problems.length === 0
    ? health
    : { ...health, check: { ...health.check, problems: [...new Set([...health.check.problems, ...problems])] } };

export const found = (health: Health, count: number, now: Sla.Instant): Health =>
  count === 0 ? health : { ...health, gaps: [...recent(health, now), { foundAt: now, count }].slice(-gapsKept) };

/** How many were found within a day. */
export const gapsOf = (health: Health, now: Sla.Instant): number =>
  recent(health, now).reduce((sum, { count }) => sum + count, 0);

const recent = ({ gaps }: Health, now: Sla.Instant): readonly Gap[] =>
  gaps.filter(({ foundAt }) => foundAt > Instant.after(now, -gapHours * 3600));
