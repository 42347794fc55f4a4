import * as z from "zod";
import * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import { takenFrom } from "#functions/runtime";
import type { Message } from "./conversation-schema.ts";
import { openCursor, sealCursor } from "./cursor.ts";
import { type Page, readSpan, readTimeline, type Timeline } from "./timeline.ts";

/** The cursor of each conversation's own log, by its id; one that is read to its beginning is not there. */
const Cursor = z.record(z.string(), z.string());
type Part = { readonly head: Store.Head; readonly cursor: string | undefined };

/**
 * A page of a conversation with those that were merged into it: each log is read backwards beside the others, and what was
 * said in them stands in one order. What was split off is read there alone; a part begins with what it has of its thread.
 * What else happened in another one is told where it is opened itself.
 */
export const readWholeTimeline = async (
  store: Store.Store,
  { entityId }: Store.ConversationKey,
  head: Store.Head,
  page: Page,
): Promise<Timeline> => {
  const merged = await mergedInto(store, entityId, head.state);
  const cursors = page.cursor === undefined ? undefined : openCursor(Cursor, page.cursor);
  const parts = [head, ...merged].flatMap((each): readonly Part[] => {
    const cursor = cursors?.[each.state.id];
    return cursors !== undefined && cursor === undefined ? [] : [{ head: each, cursor }];
  });
  const pages = await Promise.all(
    parts.map(async ({ cursor, head: each }) => {
      const conversationId = each.state.id;
      const [timeline, gone] = await Promise.all([
        readTimeline(store, { entityId, conversationId }, each, { ...page, cursor }),
        takenFrom({ store }, each.state),
      ]);
      return {
        conversationId,
        ...timeline,
        messages: timeline.messages.filter(({ id }) => !gone.has(id)).map(each === head ? own : said(conversationId)),
      };
    }),
  );
  const left = pages.flatMap(({ conversationId, cursor }) => (cursor === undefined ? [] : [[conversationId, cursor]]));
  const isBegun = pages.some(({ conversationId, cursor }) => conversationId === head.state.id && cursor === undefined);
  const taken = isBegun ? await takenOf(store, head.state, page) : [];
  return {
    messages: [...taken, ...pages.flatMap(({ messages }) => messages)].toSorted(
      (one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt),
    ),
    events: pages.flatMap(({ conversationId, events }) => (conversationId === head.state.id ? events : [])),
    ...(left.length === 0 ? {} : { cursor: sealCursor(Object.fromEntries(left)) }),
  };
};

const own = (message: Message): Message => message;
const said =
  (conversationId: string) =>
  (message: Message): Message => ({ ...message, conversationId });

/** Those that still stand merged: one that was opened again is on its own. */
const mergedInto = async (
  store: Store.Store,
  entityId: string,
  { id, mergedIds = [] }: Conversation.Conversation,
): Promise<readonly Store.Head[]> => {
  const heads = await Promise.all(mergedIds.map((conversationId) => store.readHead({ entityId, conversationId })));
  return heads.flatMap((each) => (each?.state.mergedInto?.conversationId === id ? [each] : []));
};

/** The first messages of a part, from the log of its thread. */
const takenOf = async (
  store: Store.Store,
  state: Conversation.Conversation,
  page: Page,
): Promise<readonly Message[]> => {
  const { entityId, splitFrom } = state;
  if (splitFrom === undefined || !Conversation.isApart(state)) return [];
  const { conversationId, from, messageIds, to } = splitFrom;
  const key = { entityId, conversationId };
  const head = await store.readHead(key);
  if (head === undefined) return [];
  const messages = await readSpan(store, key, head, { ...page, from, to });
  return messages.filter(({ id }) => messageIds.includes(id)).map(said(conversationId));
};
