import * as z from "zod";
import { describe, Fault } from "#core/fault";
import * as Routing from "#core/routing";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { type Consumer, consumeAlike } from "../consume.ts";
import { inLine, waitingOf } from "./line.ts";

const Drain = z.object({ entityId: z.string(), teamId: z.string() });
type Drain = z.infer<typeof Drain>;

/** "Drain this team": gives what waits to the agents who have room, in the order of routing. Asked for by many at once it is done once. */
export const route = (runtime: Runtime): Consumer =>
  consumeAlike(runtime, "route", async (body) => {
    const parsed = Drain.safeParse(body);
    if (!parsed.success) throw new Fault("request.invalid");
    await drain(runtime, parsed.data);
  });

/** Helpers look at the first of a line alone: what is in danger has the earliest deadlines. */
const mostForHelpers = 500;

const drain = async (runtime: Runtime, { entityId, teamId }: Drain): Promise<void> => {
  const { store } = runtime;
  const now = runtime.now();
  let desks = (await store.listDesks(entityId)).filter(({ agent }) => isAnswering(agent));
  const among = (team: string | undefined): readonly Routing.Desk[] =>
    desks.filter(({ agent }) => team !== undefined && agent.teamIds.includes(team)).map((desk) => deskOf(desk, now));
  if (!desks.some((desk) => hasRoom(deskOf(desk, now)))) return;
  const helpers = await helpersOf(runtime, { entityId, teamId });
  const hasRoomIn = (team: string | undefined): boolean => among(team).some(hasRoom);
  if (!hasRoomIn(teamId) && !hasRoomIn(helpers)) return;
  const picksSoFar = await store.readPicks(entityId, teamId);
  let looked = 0;
  for await (const card of inLine(store, { entityId, teamId }, { now, picksSoFar })) {
    looked += 1;
    if (!hasRoomIn(teamId) && (!hasRoomIn(helpers) || looked > mostForHelpers)) return;
    const waiting = waitingOf(card);
    const isEndangered = card.atRisk || card.breached;
    const agentId =
      Routing.pickAgent(waiting, among(teamId), now) ??
      (isEndangered ? Routing.pickAgent(waiting, among(helpers), now) : undefined);
    const desk = desks.find(({ agent }) => agent.id === agentId);
    if (desk === undefined) continue;
    if (!(await tryToGive(runtime, { entityId, conversationId: card.id }, desk.agent, waiting))) continue;
    await store.addPick(entityId, teamId);
    const load = desk.load + Routing.slotsOf(waiting.channel);
    desks = desks.map((each) => (each === desk ? { ...each, load } : each));
  }
};

/** The team whose agents help this one out. */
const helpersOf = async ({ store }: Runtime, { entityId, teamId }: Drain): Promise<string | undefined> =>
  (await store.readEntity(entityId))?.teams.find((team) => team.id === teamId)?.overflowTeamId;

/** One conversation that cannot be given keeps none of the others waiting; the next minute tries it again. */
const tryToGive: typeof give = async (runtime, key, agent, waiting) => {
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
