import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import { takenFrom } from "./split.ts";

/** Entries of the log that are read at a time, and the most that are. */
const sliceEntries = 64;
const mostEntries = 1_024;

type Reader = { readonly store: Pick<Store.Store, "readHead" | "readLog" | "readBodies"> };

type Wanted = {
  readonly most: number;
  readonly isWanted: (body: Store.Body) => boolean;
};

/**
 * The newest messages and notes of a conversation, oldest first. They are found by reading the log backwards, a bounded
 * part of it, so that ten thousand messages cost no more than a thousand; answers that were never sent are left out. The
 * first messages of a part that was split off are read from the log of its thread.
 */
export const lastSaid = async (
  runtime: Reader,
  key: Store.ConversationKey,
  { isWanted, most }: Wanted,
): Promise<readonly Store.Body[]> => {
  const head = await runtime.store.readHead(key);
  if (head === undefined) return [];
  const { splitFrom } = head.state;
  const gone = await takenFrom(runtime, head.state);
  const own = await read(runtime, key, head, {
    most,
    isWanted: (body) => isWanted(body) && !gone.has(body.id),
    from: Math.max(1, head.version - mostEntries + 1),
    to: head.version,
  });
  const thread = { ...key, conversationId: splitFrom?.conversationId ?? "" };
  const origin = splitFrom === undefined || own.length >= most ? undefined : await runtime.store.readHead(thread);
  const taken =
    splitFrom === undefined || origin === undefined
      ? []
      : await read(runtime, thread, origin, {
          most: most - own.length,
          isWanted: (body) => isWanted(body) && splitFrom.messageIds.includes(body.id),
          from: splitFrom.from,
          // That an answer was sent is told after it was written.
          to: Math.min(origin.version, splitFrom.to + sliceEntries),
        });
  return [...taken, ...own].toSorted((left, right) => (left.occurredAt < right.occurredAt ? -1 : 1)).slice(-most);
};

const read = async (
  { store }: Reader,
  key: Store.ConversationKey,
  head: Store.Head,
  { from, isWanted, most, ...span }: Wanted & { readonly from: number; readonly to: number },
): Promise<readonly Store.Body[]> => {
  const found = new Map<string, Store.Body>();
  for (let to = span.to; to >= from && found.size < most; to -= sliceEntries) {
    const sealed = await store.readLog(key, head, Math.max(from, to - sliceEntries + 1), to);
    const ids = sealed
      .flatMap((each) => Audit.openEntry<Conversation.ConversationEvent>(each).events)
      .flatMap(messageIdOf);
    for (const [id, body] of await store.readBodies(key, ids)) {
      if (body.removed !== true && isWanted(body)) found.set(id, body);
    }
  }
  return [...found.values()];
};

const messageIdOf = (event: Conversation.ConversationEvent): readonly string[] =>
  event.type === "received" || event.type === "sent" || event.type === "echoed" || event.type === "noted"
    ? [event.messageId]
    : [];
