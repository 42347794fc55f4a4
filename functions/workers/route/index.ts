import * as z from "zod";
import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
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
  const now = runtime.now();
  const desks = (await runtime.store.listDesks(entityId)).filter(({ agent }) => isOnTeam(agent, teamId));
  let open = desks.map((desk) => deskOf(desk, now));
  if (!open.some((desk) => desk.present && desk.load < desk.capacity)) return;
  const cards = await runtime.store.listWaiting(entityId, teamId);
  for (const waiting of Routing.orderWaiting(cards.map(waitingOf), now, 0)) {
    const agentId = Routing.pickAgent(waiting, open, now);
    if (agentId === undefined) continue;
    const capacity = open.find((desk) => desk.agentId === agentId)?.capacity ?? 0;
    const isGiven = await give(runtime, { entityId, conversationId: waiting.conversationId }, agentId, capacity);
    open = open.map((desk) =>
      desk.agentId === agentId
        ? { ...desk, load: isGiven ? desk.load + Routing.slotsOf(waiting.channel) : desk.load }
        : desk,
    );
  }
};

/** A slot is claimed first and the head decides; who loses gives the slot back. */
const give = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  agentId: string,
  capacity: number,
): Promise<boolean> => {
  const { conversationId, entityId } = key;
  if (!(await runtime.store.claimSlot({ entityId, agentId }, { conversationId, capacity, now: runtime.now() })))
    return false;
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

const isOnTeam = (agent: Store.Desk["agent"], teamId: string): boolean =>
  agent.role === "agent" && agent.removed !== true && agent.teamIds.includes(teamId);

const deskOf = (
  { agent, conversationIds, idleSince, isAway, presentUntil }: Store.Desk,
  now: string,
): Routing.Desk => ({
  agentId: agent.id,
  present: !isAway && presentUntil !== undefined && presentUntil > now,
  load: conversationIds.length,
  capacity: agent.capacity,
  idleSince,
  languages: agent.languages,
  skills: [],
});

const waitingOf = (card: Conversation.Card): Routing.Waiting => ({
  conversationId: card.id,
  ...(card.dueAt === null ? {} : { dueAt: card.dueAt }),
  waitingSince: card.lastInboundAt ?? card.openedAt,
  urgent: false,
  breached: card.breached,
  channel: card.channel,
});
