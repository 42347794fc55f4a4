import type * as Intake from "#core/intake";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { isNear } from "./thread.ts";

/**
 * The conversation that reads what a customer writes in a thread that was merged into it. What is kept here already stays
 * here; so does what follows within the time in which pieces of a number are read together, and opens this one again.
 */
export const readerOf = async (
  { store }: Pick<Runtime, "store">,
  { entityId, messageId, occurredAt }: Intake.Inbound,
  head: Store.Head | undefined,
): Promise<string | undefined> => {
  const { id, lastInboundAt, mergedInto } = head?.state ?? {};
  if (mergedInto === undefined) return undefined;
  if (lastInboundAt !== undefined && isNear(lastInboundAt, occurredAt)) return undefined;
  const pointer = await store.readPointer(entityId, messageId);
  return pointer?.conversationId === id ? undefined : mergedInto.conversationId;
};
