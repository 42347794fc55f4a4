import type * as Conversation from "#core/conversation";
import * as Handoff from "#core/handoff";
import type * as Sla from "#core/sla";
import type { Costs } from "./cost.ts";
import { namesOf } from "./counted.ts";
import type { Fact, HandoffStep, StopStep } from "./fact.ts";

/** Half of all and nine in ten took at most this long. Null where there is none. */
export type Spread = { readonly count: number; readonly p50Seconds: number | null; readonly p90Seconds: number | null };

/** What a report says of a period, a team, a channel … Rates are left to the reader: both counts are there. */
export type Figures = {
  readonly opened: number;
  readonly received: number;
  /** Posts that listening found and nobody took up: in no other figure. */
  readonly heard: number;
  readonly sent: { readonly byPeople: number; readonly automatic: number };
  readonly closed: Readonly<Record<Conversation.Outcome, number>>;
  readonly reopened: number;
  /** How many customers answered the question at closing, and the sum of what they said, from 1 to 5 each. */
  readonly ratings: { readonly count: number; readonly sum: number };
  readonly promises: Readonly<Record<Sla.TargetKind, { readonly kept: number; readonly broken: number }>>;
  readonly firstResponse: Took;
  readonly nextResponse: Took;
  readonly resolution: Took;
  /** The steps that fell into the period; of the offers that ended in it without an arrival, the last step before. */
  readonly handoff: Readonly<Record<HandoffStep, number>> & {
    readonly stoppedAfter: Readonly<Record<StopStep, number>>;
    readonly arrival: Spread;
  };
  /** Time of agents from a message, or from taking it, to the answer; a piece of work counts at most so long. */
  readonly workSeconds: number;
  /** In hundredths of the currency; null where the bank has not said what its work costs. */
  readonly costCents: number | null;
};

/** On the bank's calendar, and as the customer waited. */
export type Took = { readonly business: Spread; readonly customer: Spread };

/** Longer than this nobody was at work on one answer: it lay. */
const longestWorkSeconds = 15 * 60;

/** Facts are added one by one, in any order; the figures are the same. */
export const createTally = (costs: Costs | undefined) => {
  const counts = new Map<string, number>();
  const times = new Map<string, number[]>();
  let workSeconds = 0;
  let fees = 0;
  const count = (name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  const time = (name: string, seconds: number): void => {
    const known = times.get(name);
    if (known === undefined) times.set(name, [seconds]);
    else known.push(seconds);
  };
  const limit = (costs?.longestWorkMinutes ?? longestWorkSeconds / 60) * 60;
  return {
    add: (fact: Fact): void => {
      for (const name of namesOf(fact)) count(name);
      for (const [name, seconds] of timesOf(fact)) time(name, seconds);
      if (fact.what === "worked") workSeconds += Math.min(fact.seconds, limit);
      if (fact.what === "sent") fees += costs?.messageFeeCents?.[fact.channel] ?? 0;
    },
    figures: (): Figures => ({
      ...countedFigures((name) => counts.get(name) ?? 0),
      ...timedFigures((name) => spreadOf(times.get(name))),
      handoff: { ...handoffFigures((name) => counts.get(name) ?? 0), arrival: spreadOf(times.get("arrival")) },
      workSeconds: Math.round(workSeconds),
      costCents: costs === undefined ? null : Math.round((workSeconds / 3600) * costs.agentHourCents + fees),
    }),
  };
};

type Tally = ReturnType<typeof createTally>;

/** Everything together, and by whatever `keyOf` says; a fact without a key counts in the total alone. */
export const sumUp = (
  facts: Iterable<Fact>,
  keyOf: (fact: Fact) => string | undefined,
  costs: Costs | undefined,
): { readonly total: Figures; readonly groups: readonly { readonly key: string; readonly figures: Figures }[] } => {
  const total = createTally(costs);
  const groups = new Map<string, Tally>();
  for (const fact of facts) {
    total.add(fact);
    const key = keyOf(fact);
    if (key === undefined) continue;
    const group = groups.get(key) ?? createTally(costs);
    group.add(fact);
    groups.set(key, group);
  }
  const sorted = [...groups].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return { total: total.figures(), groups: sorted.map(([key, group]) => ({ key, figures: group.figures() })) };
};

const timesOf = (fact: Fact): readonly (readonly [string, number])[] => {
  switch (fact.what) {
    case "answered":
    case "resolved": {
      const name = fact.what === "resolved" ? "resolution" : fact.target;
      return [
        [`${name}.business`, fact.businessSeconds],
        [`${name}.customer`, fact.customerSeconds],
      ];
    }
    case "handoff":
      return fact.secondsSinceOffer === undefined ? [] : [["arrival", fact.secondsSinceOffer]];
    default:
      return [];
  }
};

const scores = [1, 2, 3, 4, 5] as const;

const countedFigures = (of: (name: string) => number) => {
  const promise = (target: Sla.TargetKind) => ({ kept: of(`kept.${target}`), broken: of(`broken.${target}`) });
  return {
    opened: of("opened"),
    received: of("received"),
    heard: of("heard"),
    sent: { byPeople: of("sent.byPeople"), automatic: of("sent.automatic") },
    closed: {
      answered: of("closed.answered"),
      "no-answer-needed": of("closed.no-answer-needed"),
      redirected: of("closed.redirected"),
    },
    reopened: of("reopened"),
    ratings: scores.reduce(
      ({ count, sum }, score) => ({ count: count + of(`rated.${score}`), sum: sum + score * of(`rated.${score}`) }),
      { count: 0, sum: 0 },
    ),
    promises: {
      "first-response": promise("first-response"),
      "next-response": promise("next-response"),
      resolution: promise("resolution"),
    },
  };
};

const timedFigures = (of: (name: string) => Spread) => {
  const took = (name: string): Took => ({ business: of(`${name}.business`), customer: of(`${name}.customer`) });
  return {
    firstResponse: took("first-response"),
    nextResponse: took("next-response"),
    resolution: took("resolution"),
  };
};

const stops = ["offered", "delivered", "opened"] as const satisfies readonly StopStep[];

const handoffFigures = (of: (name: string) => number) => ({
  ...counts(Handoff.steps, (step) => of(`handoff.${step}`)),
  stoppedAfter: counts(stops, (step) => of(`handoff.after.${step}`)),
});

const counts = <Name extends string>(names: readonly Name[], of: (name: Name) => number): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, number>;

const spreadOf = (seconds: readonly number[] = []): Spread => {
  const sorted = seconds.toSorted((left, right) => left - right);
  return { count: sorted.length, p50Seconds: nearestRank(sorted, 0.5), p90Seconds: nearestRank(sorted, 0.9) };
};

/** The nearest rank: a value that occurred, not one between two. */
const nearestRank = (sorted: readonly number[], fraction: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * fraction) - 1)] ?? null;
