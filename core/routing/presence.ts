import type { Instant } from "#core/sla";

/** At work and taking new work; on a break, which keeps what one has; or not there. */
export type Presence = "present" | "away" | "offline";

type Heard = { readonly presentUntil?: Instant; readonly isAway: boolean; readonly activeAt: Instant };

export const presenceOf = ({ isAway, presentUntil }: Omit<Heard, "activeAt">, now: Instant): Presence => {
  if (presentUntil === undefined || presentUntil <= now) return "offline";
  return isAway ? "away" : "present";
};

/** How long a heartbeat may be missing before work goes back to the team: what cannot wait goes back sooner. */
const silenceMilliseconds = { usual: 10 * 60_000, urgent: 3 * 60_000 };

/** Whoever was never there, and took work by hand, has not gone silent. */
export const isSilent = ({ activeAt, presentUntil }: Heard, isUrgent: boolean, now: Instant): boolean => {
  if (presentUntil === undefined) return false;
  const heardUntil = presentUntil > activeAt ? presentUntil : activeAt;
  return Date.parse(heardUntil) + silenceMilliseconds[isUrgent ? "urgent" : "usual"] < Date.parse(now);
};
