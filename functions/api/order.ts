import type { z } from "@hono/zod-openapi";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import { type Order, obey, type Runtime } from "#functions/runtime";
import { cardOf } from "./conversation.ts";
import type { Card } from "./conversation-schema.ts";
import { holding } from "./holder.ts";
import type { Caller } from "./sign-in.ts";

export type View = z.infer<typeof Card>;

export const keyOf = ({ entityId }: Caller, conversationId: string): Store.ConversationKey => ({
  entityId,
  conversationId,
});

/** Gives a command in the caller's name. @returns the conversation's card as it is then */
export const order = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  command: Order["command"],
): Promise<View> => cardOf(await commit(runtime, key, caller, { command }), runtime.now());

/** The same for what is only the holder's to do, and a supervisor's: whoever took it meanwhile keeps it as it is. */
export const orderHeld = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  command: Order["command"],
): Promise<View> => cardOf(await commit(runtime, key, caller, { command, ...holding(caller) }), runtime.now());

/** The same, with the head that was committed. */
export const commit = (
  runtime: Runtime,
  key: Store.ConversationKey,
  { agentId: id }: Caller,
  asked: Pick<Order, "command" | "holder" | "head">,
): Promise<Store.Committed> => {
  const commitId = `${asked.command.type}:${runtime.newId()}`;
  return obey(runtime, key, { ...asked, commitId, actor: { kind: "agent", id } });
};

export const view = async (runtime: Runtime, key: Store.ConversationKey): Promise<View> =>
  cardOf(await headOf(runtime, key), runtime.now());

export const headOf = async ({ store }: Pick<Runtime, "store">, key: Store.ConversationKey): Promise<Store.Head> => {
  const head = await store.readHead(key);
  if (head === undefined) throw new Fault("conversation.unknown");
  return head;
};
