import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import type { Expected } from "./plan.ts";

export type Found = {
  readonly key: Store.ConversationKey;
  readonly version: number;
  readonly isIntact: boolean;
  readonly inboundCount: number;
  /** In the order of the platform's times. */
  readonly messages: readonly { readonly text: string; readonly isRemoved: boolean }[];
  /** Ids of the messages as the log has received them, and those of the bodies by time. */
  readonly received: readonly string[];
  readonly byTime: readonly string[];
};

/** Everything the table holds of an entity's open conversations. */
export const readAll = async (store: Store.Store, entityId: string): Promise<readonly Found[]> => {
  const found: Found[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.listCards(
      entityId,
      { kind: "status", status: "open" },
      { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
    );
    for (const { id } of page.cards) found.push(await readOne(store, { entityId, conversationId: id }));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

const readOne = async (store: Store.Store, key: Store.ConversationKey): Promise<Found> => {
  const head = await store.readHead(key);
  if (head === undefined) throw new Error("a card without a head");
  const sealed = await store.readLog(key, head, 1, head.version);
  const received = sealed
    .flatMap((entry) => Audit.openEntry<Conversation.ConversationEvent>(entry).events)
    .flatMap((event) => (event.type === "received" ? [event.messageId] : []));
  const bodies = (await store.listBodies(key)).toSorted(
    (one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt),
  );
  return {
    key,
    version: head.version,
    isIntact: Audit.isIntact(sealed) && sealed.length === head.version,
    inboundCount: head.state.inboundCount,
    messages: bodies.map(({ removed, text }) => ({ text, isRemoved: removed === true })),
    received,
    byTime: bodies.map(({ id }) => id),
  };
};

/** What is not as it must be, a sentence each. */
export const wrongIn = (found: readonly Found[], expected: readonly Expected[]): readonly string[] => {
  const byCode = Map.groupBy(found, ({ messages }) => codeOf(messages));
  const known = new Set(expected.map(({ code }) => code));
  const strange = [...byCode.keys()].filter((code) => !known.has(code)).map((code) => `nobody wrote “${code}”`);
  return [
    ...strange,
    ...expected.flatMap((thread) => {
      const [conversation, ...others] = byCode.get(thread.code) ?? [];
      if (conversation === undefined) return [`${thread.code}: lost`];
      return [
        ...others.map(() => `${thread.code}: a second conversation`),
        ...wrongWith(conversation, thread).map((wrong) => `${thread.code}: ${wrong}`),
      ];
    }),
  ];
};

const codeOf = (messages: Found["messages"]): string =>
  messages
    .find(({ text }) => text !== "")
    ?.text.replace(/^(@\S+ )?/, "")
    .split(",")[0] ?? "";

const wrongWith = (found: Found, { isInOrder, messages }: Expected): readonly string[] => {
  const [kept, wanted] = [visible(found.messages), visible(messages)];
  const isOnce = new Set(found.received).size === found.received.length;
  const known = new Set(found.received);
  const written = found.byTime.filter((id) => known.has(id));
  return [
    ...(JSON.stringify(kept) === JSON.stringify(wanted) ? [] : [`has ${kept.join(" | ")}, not ${wanted.join(" | ")}`]),
    ...(found.isIntact ? [] : ["its log is broken"]),
    ...(isOnce && found.received.length === found.inboundCount ? [] : ["a message was received twice"]),
    ...(found.byTime.length === written.length ? [] : ["a body that the log does not know"]),
    ...(isInOrder && JSON.stringify(found.received) !== JSON.stringify(written) ? ["received out of order"] : []),
  ];
};

/** What an agent reads; a removed message may have come, or its removal before it. */
const visible = (messages: Found["messages"]): readonly string[] =>
  messages.filter(({ isRemoved }) => !isRemoved).map(({ text }) => text);
