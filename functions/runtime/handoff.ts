import type * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import type { Order } from "./command.ts";
import type { Runtime } from "./index.ts";

type Obey = (key: Store.ConversationKey, order: Order) => Promise<unknown>;

/** What a commit in a secure conversation means where the customer came from: its receipts. Told again it changes nothing. */
export const followHandoff = async (
  { now, store }: Pick<Runtime, "now" | "store">,
  key: Store.ConversationKey,
  { events, state }: Store.Committed,
  obey: Obey,
): Promise<void> => {
  if (state.origin !== undefined) await tellOrigin({ now, store }, key, { events, state, origin: state.origin }, obey);
};

type Joined = Pick<Store.Committed, "events" | "state"> & { readonly origin: Conversation.Origin };

/** A secure conversation begins, is answered and is closed: the conversation it came from says so. */
const tellOrigin = async (
  { now, store }: Pick<Runtime, "now" | "store">,
  key: Store.ConversationKey,
  { events, origin: { conversationId, handoffId } }: Joined,
  obey: Obey,
): Promise<void> => {
  const origin = { entityId: key.entityId, conversationId };
  const caseId = key.conversationId;
  const tell = (command: Order["command"]): Promise<unknown> =>
    obey(origin, { command, commitId: `${command.type}:${caseId}`, actor: { kind: "system", id: "secure" } });
  const types = new Set(events.map((event) => event.type));
  if (types.has("received")) await tell({ type: "create-case", handoffId, caseId });
  if (types.has("sent")) await tell({ type: "answer-handoff", handoffId });
  if (types.has("closed")) await tell({ type: "complete-handoff", handoffId });
  if (types.has("opened")) await inherit({ now, store }, { key, origin }, obey);
};

/** What was proven before the first message counts here too. */
const inherit = async (
  { now, store }: Pick<Runtime, "now" | "store">,
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
