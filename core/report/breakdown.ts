import type { Fact } from "./fact.ts";
import { createWallClock } from "./period.ts";

export const breakdowns = ["day", "weekday", "hour", "team", "channel", "topic", "agent"] as const;
export type Breakdown = (typeof breakdowns)[number];

/** Which group a fact belongs to; hours and weekdays on the wall clock of the bank, `2` before `10`. */
export const groupBy = (by: Breakdown, timeZone: string): ((fact: Fact) => string | undefined) => {
  const localTime = createWallClock(timeZone);
  switch (by) {
    case "day":
      return ({ at }) => localTime(at).day;
    case "weekday":
      return ({ at }) => String(localTime(at).weekday);
    case "hour":
      return ({ at }) => String(localTime(at).hour).padStart(2, "0");
    case "team":
      return ({ teamId }) => teamId;
    case "channel":
      return ({ channel }) => channel;
    case "topic":
      return ({ topic }) => topic;
    case "agent":
      return (fact) => agentOf(fact);
    default:
      return by satisfies never;
  }
};

export const agentOf = (fact: Fact): string | undefined => ("agentId" in fact ? fact.agentId : undefined);
