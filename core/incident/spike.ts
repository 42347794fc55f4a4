import * as Classification from "#core/classification";
import type { Instant } from "#core/sla";
import { comparable, type History, type Tally } from "./tally.ts";

/** More than usual: of everything, or of one topic. */
export type Spike = {
  readonly topic?: Classification.Topic;
  readonly count: number;
  /** The median of the same hour of the week. */
  readonly usual: number;
  /** How many times the usual deviation lies between them. */
  readonly deviations: number;
};

/**
 * Fewer than this in a quarter of an hour are no incident, whatever is usual; at 6 deviations and at least twice the
 * usual, chance alone stays silent for years.
 */
const leastCount = { total: 12, topic: 8 };
const leastDeviations = 6;
const leastRatio = 2;

/** What makes the median deviation of a bell curve its standard deviation. */
const normalScale = 1.4826;

/**
 * Spikes in the quarter of an hour that ends at `now`, the strongest first. Medians do not let last week's incident
 * hide this week's; a count spreads by its square root at least, so quiet hours do not cry wolf.
 */
export const spikes = (
  recent: Omit<Tally, "startedAt">,
  history: History,
  now: Instant,
  timeZone: string,
): readonly Spike[] => {
  const past = comparable(history, now, timeZone);
  if (past.length === 0) return [];
  const whole = spikeOf(
    recent.total,
    past.map((tally) => tally?.total ?? 0),
    leastCount.total,
  );
  const topics = Classification.topics.flatMap((topic) => {
    const spike = spikeOf(
      recent.topics[topic] ?? 0,
      past.map((tally) => tally?.topics[topic] ?? 0),
      leastCount.topic,
    );
    return spike ? [{ ...spike, topic }] : [];
  });
  return [...(whole ? [whole] : []), ...topics].toSorted((left, right) => right.deviations - left.deviations);
};

const spikeOf = (count: number, past: readonly number[], least: number): Spike | undefined => {
  const usual = median(past);
  const spread = Math.max(normalScale * median(past.map((each) => Math.abs(each - usual))), Math.sqrt(usual), 1);
  const deviations = (count - usual) / spread;
  if (count < least || deviations < leastDeviations || count < leastRatio * usual) return undefined;
  return { count, usual, deviations: Math.round(deviations * 10) / 10 };
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
};
