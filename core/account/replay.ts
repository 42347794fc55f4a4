import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import type { Health } from "./health.ts";

/**
 * X delivers again what it delivered or tried to within the last day. Source: docs.x.com, x-api/webhooks (replay) and
 * x-api/account-activity: begins at most 24 hours and at least 31 minutes ago, ends at least 10 minutes ago, two hours at a time.
 */
const oldestMinutes = 24 * 60 - 5;
const newestStartMinutes = 31;
const newestEndMinutes = 10;
const longestMinutes = 120;
/** Whether the last minute is included is said both ways. */
const overlapMinutes = 1;

/** The next piece of an outage to ask for: `yyyymmddhhmm` in UTC. `left` of the outage remains after it. */
export type Replay = {
  readonly from: string;
  readonly to: string;
  readonly left: Health["outage"];
};

/** Undefined while it is too early to ask; `"over"` when nothing of it can be asked for any more. */
export const nextReplay = (
  { from, to }: NonNullable<Health["outage"]>,
  now: Sla.Instant,
): Replay | "too-early" | "over" => {
  const start = later(Instant.after(from, -overlapMinutes * 60), Instant.after(now, -oldestMinutes * 60));
  if (start >= Instant.after(to, overlapMinutes * 60)) return "over";
  if (start > Instant.after(now, -newestStartMinutes * 60)) return "too-early";
  const end = [
    Instant.after(to, overlapMinutes * 60),
    Instant.after(start, longestMinutes * 60),
    Instant.after(now, -newestEndMinutes * 60),
  ].toSorted()[0];
  if (end === undefined || end <= start) return "too-early";
  return { from: written(start), to: written(end), left: end < to ? { from: end, to } : undefined };
};

const written = (at: Sla.Instant): string => at.replace(/\D/g, "").slice(0, 12);
const later = (one: Sla.Instant, other: Sla.Instant): Sla.Instant => (one > other ? one : other);
