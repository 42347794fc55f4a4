import type { Topic } from "#core/classification";
import type { Instant } from "#core/sla";
import type { Spike } from "./spike.ts";

/** A spike a supervisor is told of, once. Opening the incident is the supervisor's decision. */
export type Alert = {
  readonly topic?: Topic;
  readonly raisedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly peak: Spike;
};

const quietMilliseconds = 60 * 60_000;

/**
 * The alerts after a look at `now`: a new spike raises one, a known one goes on, and an hour without it ends it. An
 * outage is mostly one topic: everything together is told only while no topic explains it. Looking twice changes
 * nothing.
 */
export const watch = (alerts: readonly Alert[], spikes: readonly Spike[], now: Instant): readonly Alert[] => {
  const seen = explained(spikes);
  const known = alerts
    .filter((alert) => Date.parse(now) - Date.parse(alert.lastSeenAt) < quietMilliseconds || isOneOf(alert, seen))
    .map((alert) => continued(alert, seen, now));
  const raised = seen
    .filter((spike) => !known.some((alert) => alert.topic === spike.topic))
    .map((spike): Alert => ({ ...topicOf(spike), raisedAt: now, lastSeenAt: now, peak: spike }));
  return [...known, ...raised];
};

/** A topic explains the whole when what it has too much of is at least half of what there is too much of. */
const explained = (spikes: readonly Spike[]): readonly Spike[] => {
  const whole = spikes.find((spike) => spike.topic === undefined);
  const isExplained = spikes.some((spike) => spike.topic !== undefined && whole && excess(spike) * 2 >= excess(whole));
  return isExplained ? spikes.filter((spike) => spike !== whole) : spikes;
};

const continued = (alert: Alert, seen: readonly Spike[], now: Instant): Alert => {
  const spike = seen.find((each) => each.topic === alert.topic);
  if (!spike) return alert;
  return { ...alert, lastSeenAt: now, peak: spike.count > alert.peak.count ? spike : alert.peak };
};

const isOneOf = (alert: Alert, seen: readonly Spike[]): boolean => seen.some((spike) => spike.topic === alert.topic);

const topicOf = ({ topic }: Spike): Pick<Alert, "topic"> => (topic === undefined ? {} : { topic });

const excess = ({ count, usual }: Spike): number => count - usual;
