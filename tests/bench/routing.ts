/**
 * One bank week under three ways to hand out work: the same arrivals, people and minutes of work for each. Deadlines
 * are those of the product's policies and calendar; "ours" is the product's own order and choice of agent.
 */
import * as Routing from "#core/routing";
import * as Sla from "#core/sla";
import { type Agent, type Answer, type Deal, type Dealer, held, simulate, waitingOf } from "./routing/floor.ts";
import { type Arrival, arrivalsOf, instantOf } from "./routing/week.ts";

type Figure = { readonly figure: string; readonly value: number; readonly unit: string; readonly note?: string };

const seed = 20_260_307;

export async function* run(): AsyncIterable<Figure> {
  const arrivals = arrivalsOf(seed);
  yield { figure: "routing.arrivals", value: arrivals.length, unit: "conversations", note: `seed ${seed}, 20 agents` };
  const breaches = new Map<string, number>();
  for (const dealer of [roundRobin(), leastLoaded, ours()]) {
    const { answers, agents } = simulate(arrivals, dealer);
    const late = answers.filter(isLate);
    breaches.set(dealer.name, late.length);
    const urgent = answers.filter(({ arrival }) => arrival.urgent);
    const name = (figure: string): string => `routing.${dealer.name}.${figure}`;
    yield { figure: name("unanswered"), value: arrivals.length - answers.length, unit: "conversations" };
    yield { figure: name("breach-rate"), value: percent(late.length, answers.length), unit: "%" };
    yield {
      figure: name("breach-rate-urgent"),
      value: percent(urgent.filter(isLate).length, urgent.length),
      unit: "%",
    };
    yield { figure: name("first-response-p50"), value: quantile(answers.map(minutesOpen), 0.5), unit: "open minutes" };
    yield { figure: name("first-response-p90"), value: quantile(answers.map(minutesOpen), 0.9), unit: "open minutes" };
    yield { figure: name("first-response-max"), value: quantile(answers.map(minutesOpen), 1), unit: "open minutes" };
    yield { figure: name("fairness"), value: fairness(agents), unit: "Jain index of time at work, 1 is even" };
  }
  const share = percent(breaches.get("ours") ?? 0, breaches.get("round-robin") ?? 0);
  yield { figure: "routing.ours.breaches-of-round-robin", value: share, unit: "%" };
}

/** The usual: each conversation goes at once to the next agent online who speaks its language. */
const roundRobin = (): Dealer => {
  let turn = 0;
  return {
    name: "round-robin",
    returnsAtLunch: false,
    deal: (waiting, present) =>
      waiting.flatMap((arrival) => {
        const able = speakers(arrival, present);
        const agent = able[turn % able.length];
        turn += 1;
        return agent ? [{ arrival, agent }] : [];
      }),
  };
};

/** Each conversation goes at once to the agent online who has the fewest. */
const leastLoaded: Dealer = {
  name: "least-loaded",
  returnsAtLunch: false,
  deal: (waiting, present) => {
    const given = new Map<Agent, number>();
    const load = (agent: Agent): number => held(agent) + (given.get(agent) ?? 0);
    return waiting.flatMap((arrival) => {
      const [agent] = speakers(arrival, present).toSorted((left, right) => load(left) - load(right));
      if (!agent) return [];
      given.set(agent, (given.get(agent) ?? 0) + 1);
      return [{ arrival, agent }];
    });
  },
};

const ours = (): Dealer => {
  let picks = 0;
  return {
    name: "ours",
    returnsAtLunch: true,
    deal: (waiting, present, minute) => {
      const now = instantOf(minute);
      const byId = new Map(waiting.map((arrival) => [arrival.id, arrival]));
      const desks = new Map(present.map((agent) => [agent.desk.agentId, { agent, desk: deskOf(agent) }]));
      const list = waiting.map((arrival) => waitingOf(arrival, now));
      const deals: Deal[] = [];
      for (const one of hasRoom(desks) ? Routing.orderWaiting(list, now, picks) : []) {
        const picked = desks.get(
          Routing.pickAgent(
            one,
            [...desks.values()].map(({ desk }) => desk),
            now,
          ) ?? "",
        );
        const arrival = byId.get(one.conversationId);
        if (!picked || !arrival) continue;
        deals.push({ arrival, agent: picked.agent });
        picks += 1;
        desks.set(picked.desk.agentId, { ...picked, desk: { ...picked.desk, load: picked.desk.load + 1 } });
        if (!hasRoom(desks)) break;
      }
      return deals;
    },
  };
};

const hasRoom = (desks: ReadonlyMap<string, { readonly desk: Routing.Desk }>): boolean =>
  desks.values().some(({ desk }) => desk.load < desk.capacity);

const deskOf = (agent: Agent): Routing.Desk => ({
  ...agent.desk,
  present: true,
  load: held(agent),
  idleSince: instantOf(agent.idleSince),
});

const speakers = ({ language }: Arrival, present: readonly Agent[]): readonly Agent[] => {
  const able = present.filter(({ desk }) => desk.languages.includes(language));
  return able.length > 0 ? able : present;
};

const isLate = ({ arrival, minute }: Answer): boolean => instantOf(minute) > arrival.dueAt;

const minutesOpen = ({ arrival, minute }: Answer): number =>
  Sla.elapsedSeconds(arrival.beganAt, instantOf(minute), arrival.policy.calendar) / 60;

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((left, right) => left - right)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;

const percent = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 100;

/** Jain's index over the share of their hours that agents spent answering. */
const fairness = (agents: readonly Agent[]): number => {
  const shares = agents.map(({ busyMinutes, presentMinutes }) => busyMinutes / presentMinutes);
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share ** 2, 0);
  return Math.round((sum ** 2 / (shares.length * squares)) * 1000) / 1000;
};
