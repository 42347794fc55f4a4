import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { describe, isRefusal } from "#core/fault";
import * as Routing from "#core/routing";
import type * as Store from "#core/store";
import type { Order } from "./command.ts";
import type { Runtime } from "./index.ts";

type Obey = (key: Store.ConversationKey, order: Order) => Promise<Store.Committed>;
type TellingRuntime = Pick<Runtime, "log" | "now" | "store">;

const actor = { kind: "system", id: "telling" } as const;

/**
 * Delivers the messages that this conversation owes to others (an assignment, an answer, a closing), oldest first, then
 * commits that they were delivered. Delivery is idempotent; what a crash leaves undelivered the clock delivers a minute
 * later.
 * @returns the head after that commit
 */
export const tellOthers = async (
  runtime: TellingRuntime,
  key: Store.ConversationKey,
  head: Store.Head,
  obey: Obey,
): Promise<Store.Head> => {
  const { state } = head;
  const { tellings = [] } = state;
  if (tellings.length === 0) return head;
  for (const telling of tellings) {
    if (!Conversation.isStillSo(state, telling)) continue;
    try {
      await tell(runtime, key, telling, obey);
    } catch (error) {
      // It is no longer there, or has gone on since: telling it again would not change that. Anything else stays owed.
      if (!isRefusal(error)) throw error;
      runtime.log.warn("telling.refused", { ...key, code: telling.kind, error: describe(error) });
    }
  }
  const ids = tellings.map(({ id }) => id);
  return obey(key, { command: { type: "settle-tellings", ids }, commitId: `told:${ids.join(",")}`, actor });
};

const tell = async (
  runtime: TellingRuntime,
  key: Store.ConversationKey,
  telling: Conversation.Telling,
  obey: Obey,
): Promise<void> => {
  const other = { entityId: key.entityId, conversationId: telling.conversationId };
  const command = await commandOf(runtime, key, telling);
  const commitId = `${command.type}:${key.conversationId}:${telling.at}`;
  const isRevised = telling.kind === "thread" && telling.isRevised;
  const refreshes = isRevised ? (await runtime.store.readHead(other))?.state.lastInboundId : undefined;
  const { events, state } = await obey(other, { command, commitId, actor, refreshes });
  for (const event of events) if (event.type === "assigned") await takeSlot(runtime, other, state, event.agentId);
  if (telling.kind === "case-opened") await inherit(runtime, { key, origin: other }, obey);
};

const commandOf = async (
  { store }: TellingRuntime,
  { conversationId, entityId }: Store.ConversationKey,
  telling: Conversation.Telling,
): Promise<Conversation.Command> => {
  switch (telling.kind) {
    case "assigned": {
      const { agentId, from, lastInboundAt } = telling;
      return { type: "assign-beside", agentId, lastInboundAt, ...(from === undefined ? {} : { from }) };
    }
    case "answered":
      return { type: "answer-beside", at: telling.at, policies: Entity.policiesOf(await store.readEntity(entityId)) };
    case "left": {
      const { closedAt, isLate, startedAt, target: kind } = telling;
      const policies = Entity.policiesOf(await store.readEntity(entityId));
      return { type: "close-beside", kind, startedAt, closedAt, isLate, policies };
    }
    case "separated":
      return { type: "let-go", conversationId };
    case "thread":
      return { type: "follow-thread", isWritten: telling.isWritten, isRevised: telling.isRevised };
    case "case-opened":
      return { type: "create-case", handoffId: telling.handoffId, caseId: conversationId };
    case "case-answered":
      return { type: "answer-handoff", handoffId: telling.handoffId };
    case "case-closed":
      return { type: "complete-handoff", handoffId: telling.handoffId };
    default:
      return telling satisfies never;
  }
};

/** Claims a slot whether there is room or not: what came to an agent by hand, or along with another conversation, is theirs. */
export const takeSlot = async (
  { now, store }: Pick<Runtime, "now" | "store">,
  { conversationId, entityId }: Store.ConversationKey,
  { channel }: Conversation.Conversation,
  agentId: string,
): Promise<void> => {
  await store.claimSlot({ entityId, agentId }, { conversationId, slots: Routing.slotsOf(channel), now: now() });
};

/** What was proven before the first message counts in the secure conversation too. */
const inherit = async (
  { now, store }: TellingRuntime,
  { key, origin }: { readonly key: Store.ConversationKey; readonly origin: Store.ConversationKey },
  obey: Obey,
): Promise<void> => {
  const state = (await store.readHead(origin))?.state;
  const { handoff, verification } = state ?? {};
  if (verification?.level !== "strong" || verification.until <= now()) return;
  const { customerId } = verification;
  if (customerId === undefined || handoff?.customerId !== customerId) return;
  await obey(key, {
    command: { type: "verify", level: "strong", customerId },
    commitId: `verify:${handoff.id}`,
    actor: { kind: "system", id: "secure" },
  });
};
