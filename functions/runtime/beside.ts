import type * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import * as Routing from "#core/routing";
import type * as Store from "#core/store";
import type { Order } from "./command.ts";
import type { Runtime } from "./index.ts";

type Obey = (key: Store.ConversationKey, order: Order) => Promise<Store.Committed>;

const actor = { kind: "system", id: "beside" } as const;

/**
 * What a commit means for the talk that the same person has with us on the other side, in public or in private: the same
 * agent, and one first answer. Told again it changes nothing.
 */
export const tellBeside = async (
  runtime: Pick<Runtime, "now" | "store">,
  key: Store.ConversationKey,
  committed: Store.Committed,
  obey: Obey,
): Promise<void> => {
  const { besideId, lastInboundAt } = committed.state;
  if (besideId === undefined || lastInboundAt === undefined) return;
  const other = { entityId: key.entityId, conversationId: besideId };
  for (const command of await commandsFor(runtime, key, committed)) {
    const commitId = `${command.type}:${key.conversationId}:${committed.version}`;
    const { events, state } = await obey(other, { command, commitId, actor });
    for (const event of events) if (event.type === "assigned") await takeSlot(runtime, other, state, event.agentId);
  }
};

/** A hand's slot: one talk is no reason to say that there is no room for it. */
export const takeSlot = async (
  { now, store }: Pick<Runtime, "now" | "store">,
  { conversationId, entityId }: Store.ConversationKey,
  { channel }: Conversation.Conversation,
  agentId: string,
): Promise<void> => {
  await store.claimSlot({ entityId, agentId }, { conversationId, slots: Routing.slotsOf(channel), now: now() });
};

const commandsFor = async (
  { now, store }: Pick<Runtime, "now" | "store">,
  { entityId }: Store.ConversationKey,
  { before, events, state }: Store.Committed,
): Promise<readonly Conversation.Command[]> => {
  const { lastInboundAt = now() } = state;
  const commands: Conversation.Command[] = [];
  const assigned = events.findLast((event) => event.type === "assigned");
  if (assigned !== undefined) {
    const from = before?.assigneeId;
    const former = from === undefined ? {} : { from };
    commands.push({ type: "assign-beside", agentId: assigned.agentId, lastInboundAt, ...former });
  }
  const isAnswered = events.some((event) => isAnswer(event, before));
  const left = events.find((event) => event.type === "clock-stopped" && event.reason === "closed");
  if (!isAnswered && left === undefined) return commands;
  const policies = Entity.policiesOf(await store.readEntity(entityId));
  if (isAnswered) return [...commands, { type: "answer-beside", at: now(), policies }];
  if (left?.type !== "clock-stopped" || left.startedAt === undefined) return commands;
  const { at: closedAt = now(), late: isLate, startedAt, target: kind } = left;
  return [...commands, { type: "close-beside", kind, startedAt, closedAt, isLate, policies }];
};

/** A person wrote it, and the platform has it. */
const isAnswer = (event: Conversation.ConversationEvent, before: Conversation.Conversation | undefined): boolean => {
  if (event.type === "echoed") return event.byApplication !== true;
  if (event.type !== "sent") return false;
  const reply = before?.outbox.find((each) => each.messageId === event.messageId);
  return reply !== undefined && reply.automatic !== true;
};
