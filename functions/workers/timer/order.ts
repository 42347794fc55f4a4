import * as z from "zod";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import { orderErasure, type Runtime, readTogether } from "#functions/runtime";

/** Goes on with an erasure of more conversations than a request sees to. */
export const Ordering = z.object({
  kind: z.literal("order-erasure"),
  entityId: z.string(),
  conversationIds: z.array(z.string()),
  ground: z.enum(Conversation.erasureGrounds),
  actor: z.object({ kind: z.enum(["agent", "system"]), id: z.string() }),
});
type Ordering = z.infer<typeof Ordering>;

/** Orders each with what is read in it. What is ordered already stays as it is, so that an interruption is mended by doing it again. */
export const orderOthers = async (
  runtime: Runtime,
  { actor, conversationIds, entityId, ground }: Ordering,
): Promise<void> => {
  const holds = await runtime.store.listHolds(entityId);
  for (const conversationId of conversationIds) {
    const heads = await readTogether(runtime, { entityId, conversationId });
    const left = heads.filter(({ state }) => !Conversation.isErased(state));
    try {
      await orderErasure(runtime, left, { actor, ground, holds });
    } catch (error) {
      // Held or written in since it was asked for: compliance sees that it has words still, and the others do not wait.
      if (!(error instanceof Fault && error.code.startsWith("erasure."))) throw error;
      runtime.log.warn("erasure.left", { entityId, conversationId, code: error.code });
    }
  }
};
