import { Fault } from "#core/fault";
import * as Routing from "#core/routing";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { cardOf } from "./conversation.ts";
import { expectNotTaken } from "./holder.ts";
import { commit, headOf, order, type View, view } from "./order.ts";
import { permissionsOf, permit } from "./permission.ts";
import type { Caller } from "./sign-in.ts";

/** A person's hand is stronger than capacity: the slot is taken without a limit, and given back when the head refuses. */
export const assign = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  agentId: string,
): Promise<View> => cardOf(await assigned(runtime, key, caller, { agentId }), runtime.now());

const assigned = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { agentId, ...known }: { readonly agentId: string; readonly head?: Store.Head },
): Promise<Store.Head> => {
  const { conversationId, entityId } = key;
  const desk = await runtime.store.readDesk(entityId, agentId);
  if (desk === undefined || desk.agent.removed === true) throw new Fault("agent.unknown");
  if (!permissionsOf(desk.agent.role).includes("reply")) throw new Fault("agent.cannot-answer", { agentId });
  const head = known.head ?? (await headOf(runtime, key));
  const slots = Routing.slotsOf(head.state.channel);
  await runtime.store.claimSlot({ entityId, agentId }, { conversationId, slots, now: runtime.now() });
  try {
    const by = caller.role === "supervisor" ? "supervisor" : "agent";
    return await commit(runtime, key, caller, { command: { type: "assign", agentId, by }, head });
  } catch (error) {
    const isRefused = error instanceof Fault && ["conversation.taken", "conversation.closed"].includes(error.code);
    if (isRefused) await runtime.store.releaseSlot({ entityId, agentId }, conversationId, runtime.now());
    throw error;
  }
};

/** Back to the team: one's own, or anybody's for who may assign. */
export const giveBack = async (runtime: Runtime, key: Store.ConversationKey, caller: Caller): Promise<View> => {
  const { assigneeId } = (await headOf(runtime, key)).state;
  permit(caller, assigneeId === caller.agentId ? "reply" : "assign");
  // From whom it is taken is said: whoever was given it meanwhile keeps it.
  return assigneeId === undefined
    ? view(runtime, key)
    : order(runtime, key, caller, { type: "unassign", reason: "returned", agentId: assigneeId });
};

/** Answering what nobody holds is taking it; what a colleague holds is theirs to answer. */
export const holdIfFree = async (runtime: Runtime, key: Store.ConversationKey, caller: Caller): Promise<Store.Head> => {
  const head = await headOf(runtime, key);
  const { state } = head;
  if (state.status === "closed") throw new Fault("conversation.closed");
  if (state.assigneeId === undefined) return assigned(runtime, key, caller, { agentId: caller.agentId, head });
  expectNotTaken(state, caller);
  return head;
};
