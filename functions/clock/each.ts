import { describe } from "#core/fault";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/** Does the work for each conversation on its own: one that fails is logged, and keeps none of the others waiting. */
export const forEachOf = async (
  { log }: Pick<Runtime, "log">,
  event: string,
  keys: readonly Store.ConversationKey[],
  work: (key: Store.ConversationKey) => Promise<void>,
): Promise<void> => {
  for (const { conversationId, entityId } of keys) {
    const key = { entityId, conversationId };
    try {
      await work(key);
    } catch (error) {
      log.error(event, { ...key, error: describe(error) });
    }
  }
};
