import { describe } from "#core/fault";
import type * as Store from "#core/store";
import { inLanes, type Runtime } from "#functions/runtime";

/** Conversations worked on at a time: an account that is cut off leaves thousands to look at within the minute. */
const lanes = 8;

/** Does the work for each conversation on its own: one that fails is logged, and keeps none of the others waiting. */
export const forEachOf = async (
  { log }: Pick<Runtime, "log">,
  event: string,
  keys: readonly Store.ConversationKey[],
  work: (key: Store.ConversationKey) => Promise<void>,
): Promise<void> => {
  await inLanes(lanes, keys, async ({ conversationId, entityId }) => {
    const key = { entityId, conversationId };
    try {
      await work(key);
    } catch (error) {
      log.error(event, { ...key, error: describe(error) });
    }
  });
};
