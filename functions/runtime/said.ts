import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import type * as Store from "#core/store";

/** Entries of the log that are read at a time, and the most that are. */
const sliceEntries = 64;
const mostEntries = 1_024;

type Wanted = {
  readonly most: number;
  readonly isWanted: (body: Store.Body) => boolean;
};

/**
 * The newest of what was said in a conversation, oldest first: what came in, what went out, and notes. Told by its log from
 * the end, as far as a bounded part of it goes: an answer that never left is none of it, and a conversation of ten thousand
 * messages costs what one of a thousand does.
 */
export const lastSaid = async (
  { store }: { readonly store: Pick<Store.Store, "readHead" | "readLog" | "readBodies"> },
  key: Store.ConversationKey,
  { isWanted, most }: Wanted,
): Promise<readonly Store.Body[]> => {
  const head = await store.readHead(key);
  const found = new Map<string, Store.Body>();
  const oldest = Math.max(1, (head?.version ?? 0) - mostEntries + 1);
  for (let to = head?.version ?? 0; head !== undefined && to >= oldest && found.size < most; to -= sliceEntries) {
    const sealed = await store.readLog(key, head, Math.max(oldest, to - sliceEntries + 1), to);
    const ids = sealed
      .flatMap((each) => Audit.openEntry<Conversation.ConversationEvent>(each).events)
      .flatMap(messageIdOf);
    for (const [id, body] of await store.readBodies(key, ids)) {
      if (body.removed !== true && isWanted(body)) found.set(id, body);
    }
  }
  return [...found.values()].toSorted((left, right) => (left.occurredAt < right.occurredAt ? -1 : 1)).slice(-most);
};

const messageIdOf = (event: Conversation.ConversationEvent): readonly string[] =>
  event.type === "received" || event.type === "sent" || event.type === "echoed" || event.type === "noted"
    ? [event.messageId]
    : [];
