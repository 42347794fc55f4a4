import * as z from "zod";
import type * as Conversation from "#core/conversation";
import { describe, Fault } from "#core/fault";
import * as Routing from "#core/routing";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { type Consumer, consume } from "../consume.ts";

const Drain = z.object({ entityId: z.string(), teamId: z.string() });
type Drain = z.infer<typeof Drain>;

/** "Drain this team": gives what waits to the agents who have room, in the order of routing. */
export const route = (runtime: Runtime): Consumer =>
  consume(runtime, "route", async (body) => {
    const parsed = Drain.safeParse(body);
    if (!parsed.success) throw new Fault("request.invalid");
    await drain(runtime, parsed.data);
  });

const drain = async (runtime: Runtime, { entityId, teamId }: Drain): Promise<void> => {
  const { store } = runtime;
  const now = runtime.now();
  let desks = (await store.listDesks(entityId)).filter(({ agent }) => isAnswering(agent));
  if (!desks.some((desk) => hasRoom(deskOf(desk, now)))) return;
  const [cards, helpers, picks] = await Promise.all([
    store.listWaiting(entityId, teamId),
    helpersOf(runtime, { entityId, teamId }),
    store.readPicks(entityId, teamId),
  ]);
  const endangered = new Set(cards.filter((card) => card.atRisk || card.breached).map((card) => card.id));
  for (const waiting of Routing.orderWaiting(cards.map(waitingOf), now, picks)) {
    const { conversationId } = waiting;
    const among = (team: string) =>
      desks.filter(({ agent }) => agent.teamIds.includes(team)).map((desk) => deskOf(desk, now));
    const agentId =
      Routing.pickAgent(waiting, among(teamId), now) ??
      (helpers !== undefined && endangered.has(conversationId)
        ? Routing.pickAgent(waiting, among(helpers), now)
        : undefined);
    const desk = desks.find(({ agent }) => agent.id === agentId);
    if (desk === undefined) continue;
    if (!(await isGiven(runtime, { entityId, conversationId }, desk.agent, waiting))) continue;
    await store.addPick(entityId, teamId);
    const load = desk.load + Routing.slotsOf(waiting.channel);
    desks = desks.map((each) => (each === desk ? { ...each, load } : each));
  }
};

/** The team whose agents help this one out. */
const helpersOf = async ({ store }: Runtime, { entityId, teamId }: Drain): Promise<string | undefined> =>
  (await store.readEntity(entityId))?.teams.find((team) => team.id === teamId)?.overflowTeamId;

/** One conversation that cannot be given keeps none of the others waiting; the next minute tries it again. */
const isGiven: typeof give = async (runtime, key, agent, waiting) => {
  try {
    return await give(runtime, key, agent, waiting);
  } catch (error) {
    runtime.log.error("route.failed", { ...key, agentId: agent.id, error: describe(error) });
    return false;
  }
};

/** A slot is claimed first and the head decides; who loses gives the slot back. */
const give = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { id: agentId, capacity }: Store.Desk["agent"],
  { channel }: Routing.Waiting,
): Promise<boolean> => {
  const { conversationId, entityId } = key;
  const claim = { conversationId, capacity, slots: Routing.slotsOf(channel), now: runtime.now() };
  if (!(await runtime.store.claimSlot({ entityId, agentId }, claim))) return false;
  try {
    await obey(runtime, key, {
      command: { type: "assign", agentId, by: "router" },
      commitId: `assign:${runtime.newId()}`,
      actor: { kind: "system", id: "router" },
    });
    return true;
  } catch (error) {
    // The list lagged: somebody has it, or it is closed.
    if (!(error instanceof Fault) || !["conversation.taken", "conversation.closed"].includes(error.code)) throw error;
    await runtime.store.releaseSlot({ entityId, agentId }, conversationId, runtime.now());
    return false;
  }
};

const isAnswering = (agent: Store.Desk["agent"]): boolean => agent.role === "agent" && agent.removed !== true;

const hasRoom = (desk: Routing.Desk): boolean => desk.present && desk.load < desk.capacity;

const deskOf = ({ agent, idleSince, isAway, load, presentUntil }: Store.Desk, now: string): Routing.Desk => ({
  agentId: agent.id,
  present: !isAway && presentUntil !== undefined && presentUntil > now,
  load,
  capacity: agent.capacity,
  idleSince,
  languages: agent.languages,
  skills: agent.skills ?? [],
});

const waitingOf = (card: Conversation.Card): Routing.Waiting => ({
  conversationId: card.id,
  ...(card.dueAt === null ? {} : { dueAt: card.dueAt }),
  waitingSince: card.lastInboundAt ?? card.openedAt,
  urgent: card.priority === "urgent" || card.exposedAt !== null,
  breached: card.breached,
  ...(card.language === null ? {} : { language: card.language }),
  ...(card.topic === null ? {} : { topic: card.topic }),
  ...(card.lastAgentId === null ? {} : { lastAgentId: card.lastAgentId }),
  channel: card.channel,
});
