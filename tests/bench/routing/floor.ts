import type * as Routing from "#core/routing";
import type * as Sla from "#core/sla";
import { type Arrival, isAtWork, isOnCall } from "./week.ts";

/** An agent on the floor, who answers one conversation at a time. */
export type Agent = {
  readonly index: number;
  readonly desk: Pick<Routing.Desk, "agentId" | "capacity" | "languages" | "skills">;
  /** Minutes an agent needs for a minute of work: some are new, some have done this for years. */
  readonly pace: number;
  /** Given to the agent and not yet begun. */
  held: Arrival[];
  answering: { readonly arrival: Arrival; readonly until: number } | undefined;
  idleSince: number;
  presentMinutes: number;
  busyMinutes: number;
};

/** A way to hand out work: who gets which of the waiting conversations this minute. */
export type Dealer = {
  readonly name: string;
  /** What an agent has not begun goes back to the queue at lunch; at the end of the day it always does. */
  readonly returnsAtLunch: boolean;
  readonly deal: (waiting: readonly Arrival[], present: readonly Agent[], minute: number) => readonly Deal[];
};
export type Deal = { readonly arrival: Arrival; readonly agent: Agent };

export type Answer = { readonly arrival: Arrival; readonly minute: number };

const agentCount = 20;
/** No arrivals any more, but what is left is answered. */
const lastMinute = 14 * 24 * 60;

export const simulate = (arrivals: readonly Arrival[], dealer: Dealer): { answers: Answer[]; agents: Agent[] } => {
  const agents = Array.from({ length: agentCount }, (_, index) => hire(index));
  const answers: Answer[] = [];
  let waiting: Arrival[] = [];
  let next = 0;
  for (let minute = 0; answers.length < arrivals.length && minute < lastMinute; minute += 1) {
    for (const agent of agents) finish(agent, minute);
    for (const agent of agents) waiting.push(...leave(agent, minute, dealer.returnsAtLunch));
    for (; (arrivals[next]?.at ?? Number.POSITIVE_INFINITY) <= minute; next += 1)
      waiting.push(...arrivals.slice(next, next + 1));
    const present = agents.filter(({ index }) => isAtWork(index, minute));
    const onCall = agents.filter(({ index }) => isOnCall(index, minute, agentCount));
    const offered = present.length > 0 ? waiting : waiting.filter(({ urgent }) => urgent);
    const deals = dealer.deal(offered, present.length > 0 ? present : onCall, minute);
    for (const { arrival, agent } of deals) agent.held.push(arrival);
    const dealt = new Set(deals.map(({ arrival }) => arrival));
    waiting = waiting.filter((arrival) => !dealt.has(arrival));
    for (const agent of [...present, ...onCall]) begin(agent, minute, answers);
    for (const agent of present) agent.presentMinutes += 1;
  }
  return { answers, agents };
};

export const held = (agent: Agent): number => agent.held.length + (agent.answering ? 1 : 0);

/** All speak French, most English, a few German; each is trained for two topics. */
const hire = (index: number): Agent => ({
  index,
  desk: {
    agentId: `agent-${String(index).padStart(2, "0")}`,
    capacity: 2,
    languages: ["fr", ...(index % 4 === 0 ? [] : ["en"]), ...(index % 5 === 0 ? ["de"] : [])],
    skills: [["cards", "payments", "online-banking", "loans", "complaint"][index % 5] ?? "cards", "fraud"],
  },
  pace: 0.7 + 0.6 * (((index * 7) % agentCount) / (agentCount - 1)),
  held: [],
  answering: undefined,
  idleSince: 0,
  presentMinutes: 0,
  busyMinutes: 0,
});

const finish = (agent: Agent, minute: number): void => {
  if (!agent.answering || agent.answering.until > minute) return;
  agent.answering = undefined;
  agent.idleSince = minute;
};

const leave = (agent: Agent, minute: number, returnsAtLunch: boolean): Arrival[] => {
  const isEvening = (minute % (24 * 60)) / 60 >= 18;
  if (isAtWork(agent.index, minute) || agent.held.length === 0 || !(isEvening || returnsAtLunch)) return [];
  const returned = agent.held;
  agent.held = [];
  return returned;
};

/** Whatever the dealer, an agent turns to what is urgent first, then to what came first. */
const begin = (agent: Agent, minute: number, answers: Answer[]): void => {
  if (agent.answering || agent.held.length === 0) return;
  const arrival = agent.held.find(({ urgent }) => urgent) ?? agent.held[0];
  if (!arrival) return;
  agent.held = agent.held.filter((each) => each !== arrival);
  const minutes = Math.max(1, Math.round(arrival.serviceMinutes * agent.pace));
  agent.answering = { arrival, until: minute + minutes };
  answers.push({ arrival, minute: minute + Math.ceil(minutes / 3) });
  if (isAtWork(agent.index, minute)) agent.busyMinutes += minutes;
};

export const waitingOf = (arrival: Arrival, now: Sla.Instant): Routing.Waiting => ({
  conversationId: arrival.id,
  dueAt: arrival.dueAt,
  waitingSince: arrival.beganAt,
  urgent: arrival.urgent,
  breached: arrival.dueAt <= now,
  language: arrival.language,
  topic: arrival.topic,
  channel: "messenger",
});
