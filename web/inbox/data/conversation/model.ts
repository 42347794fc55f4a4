import type { Conversation, ConversationEvent, Message } from "../api-types.ts";

/** What is known of a conversation: its newest page, and older ones as far as they were asked for. */
export type Thread = { messages: Message[]; events: ConversationEvent[]; cursor: string | undefined };

/** Each its own: a store writes into what it is given. */
export const emptyThread = (): Thread => ({ messages: [], events: [], cursor: undefined });

/**
 * A fresh newest page over what is shown: messages it knows are replaced, older pages stay. Where so much has come that
 * the two no longer meet, the older ones go: a thread never hides a hole.
 */
export const withNewest = (thread: Thread, page: Conversation): Thread => {
  const fresh = new Set(page.messages.map(({ id }) => id));
  const meets = thread.messages.some(({ id }) => fresh.has(id));
  const [oldest] = page.messages;
  if (!meets || oldest === undefined || isTakenSince(thread, page)) return pageOf(page);
  const reachesBack = thread.messages.some((message) => !fresh.has(message.id) && byTime(message, oldest) < 0);
  return {
    messages: union(thread.messages, page.messages, ({ id }) => id, byTime),
    events: union(thread.events, page.events, eventKey, byVersion),
    cursor: reachesBack ? thread.cursor : page.cursor,
  };
};

const TAKING: readonly string[] = [
  "redacted",
  "evidence-dropped",
  "recalled",
  "approval-withdrawn",
  "approval-changed",
  "merged",
  "separated",
  "split-off",
];

/**
 * Something was taken out meanwhile, maybe of an older message, or an answer taken back or sent in other words, or a thread
 * was added, left or split: what is shown is out of date.
 */
const isTakenSince = (thread: Thread, page: Conversation): boolean => {
  const known = thread.events.at(-1)?.version ?? 0;
  return page.events.some((event) => TAKING.includes(event.type) && event.version > known);
};

const pageOf = ({ messages, events, cursor }: Conversation): Thread => ({ messages, events, cursor });

export const withOlder = (thread: Thread, page: Conversation): Thread => ({
  messages: union(page.messages, thread.messages, ({ id }) => id, byTime),
  events: union(page.events, thread.events, eventKey, byVersion),
  cursor: page.cursor,
});

/** Our own answer, known before the next page is read. */
export const withMessage = (thread: Thread, message: Message): Thread => ({
  ...thread,
  messages: union([message], thread.messages, ({ id }) => id, byTime),
});

/** Both lists once each; where both have one, the second list's wins. */
const union = <Item>(
  first: readonly Item[],
  second: readonly Item[],
  keyOf: (item: Item) => string,
  order: (a: Item, b: Item) => number,
): Item[] => [...new Map([...first, ...second].map((item) => [keyOf(item), item])).values()].sort(order);

const eventKey = (event: ConversationEvent): string => `${event.version} ${event.type} ${event.agentId ?? ""}`;

const byTime = (a: Message, b: Message): number =>
  a.occurredAt === b.occurredAt ? (a.id < b.id ? -1 : 1) : a.occurredAt < b.occurredAt ? -1 : 1;

const byVersion = (a: ConversationEvent, b: ConversationEvent): number => a.version - b.version;
