import * as Audit from "#core/audit";
import * as Board from "#core/board";
import type * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/**
 * Takes what was committed to a conversation up to now into the wallboard: how it stands, and what became of its
 * promises. Everything written names the version it comes from, so that taking it in twice changes nothing; versions
 * whose message was lost are taken in with the next one.
 */
export const project = async (
  { store }: Pick<Runtime, "store">,
  key: Store.ConversationKey,
  changedVersion: number,
): Promise<void> => {
  const [head, known] = await Promise.all([store.readHead(key), store.readStanding(key)]);
  if (head === undefined) return;
  const from = Math.min(changedVersion, (known?.version ?? changedVersion - 1) + 1);
  for (const sealed of await store.readLog(key, head, from, head.version)) {
    const { events, version } = Audit.openEntry<Conversation.ConversationEvent>(sealed);
    for (const [index, outcome] of Board.outcomesOf(events, head.state).entries()) {
      await store.putOutcome(key, `${version}.${index}`, outcome);
    }
  }
  await place(store, key, head);
};

/** The head may have moved on while this was written; an open one is looked at again, so that no closed one is left. */
const place = async (store: Store.Store, key: Store.ConversationKey, head: Store.Head): Promise<void> => {
  const standing = Board.standingOf(head.state, head.version);
  if (standing === undefined) return store.removeStanding(key, head.version);
  await store.putStanding(key.entityId, standing);
  const newer = await store.readHead(key);
  if (newer !== undefined && newer.version > head.version) await place(store, key, newer);
};
