import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import { type Runtime, takenFrom } from "#functions/runtime";

/** Entries of the log in which messages are looked for: what is older is not split. */
const entriesRead = 512;

/** The messages of a thread that become a conversation of their own. */
export type Chosen = {
  /** In the order of the log. */
  readonly messageIds: readonly string[];
  /** Everything the customer wrote in the thread that no other part has, chosen or not. */
  readonly told: readonly Conversation.Told[];
  /** The versions between which the log tells of what was chosen. */
  readonly span: { readonly from: number; readonly to: number };
  readonly bodies: readonly Store.Body[];
};

/** @throws message.unknown for what the log does not tell of, what another part has, and what is no longer kept */
export const readChosen = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  head: Store.Head,
  chosen: readonly string[],
): Promise<Chosen> => {
  const from = Math.max(1, head.version - entriesRead + 1);
  const sealed = await runtime.store.readLog(key, head, from, head.version);
  const entries = sealed.map((text) => Audit.openEntry<Conversation.ConversationEvent>(text));
  const gone = await takenFrom(runtime, head.state);
  const named = entries.flatMap(({ events, version }) => events.flatMap(messageIdOf).map((id) => ({ id, version })));
  const places = named.filter(({ id }) => chosen.includes(id) && !gone.has(id));
  const messageIds = [...new Set(places.map(({ id }) => id))];
  const bodies = await runtime.store.readBodies(key, messageIds);
  if (messageIds.length !== new Set(chosen).size || bodies.size !== messageIds.length)
    throw new Fault("message.unknown");
  const versions = places.map(({ version }) => version);
  return {
    messageIds,
    told: toldIn(entries, head.state.inboundCount).filter(({ messageId }) => !gone.has(messageId)),
    span: { from: Math.min(...versions), to: Math.max(...versions) },
    bodies: messageIds.flatMap((id) => bodies.get(id) ?? []),
  };
};

/** The customer's messages of these entries, the newest numbered `inboundCount`. An edit that asks has a number of its own. */
const toldIn = (entries: readonly Store.Entry[], inboundCount: number): readonly Conversation.Told[] => {
  const counted = entries.flatMap((entry) => entry.events).filter(isCounted);
  const numbered = counted.map((event, index) => ({ event, number: inboundCount - counted.length + index + 1 }));
  return numbered.flatMap(({ event, number }) => {
    if (event.type !== "received") return [];
    const { expectsAnswer, messageId, occurredAt } = event;
    const edited = numbered
      .flatMap(({ event: each, number: at }) =>
        each.type === "edited" && each.messageId === messageId ? { number: at, askedAt: each.askedAt } : [],
      )
      .at(-1);
    const askedAt = edited?.askedAt ?? (expectsAnswer === false ? undefined : occurredAt);
    return { messageId, occurredAt, number: edited?.number ?? number, ...(askedAt === undefined ? {} : { askedAt }) };
  });
};

type Of<Type extends Conversation.ConversationEvent["type"]> = Extract<Conversation.ConversationEvent, { type: Type }>;

const isCounted = (event: Conversation.ConversationEvent): event is Of<"received"> | Of<"edited"> =>
  event.type === "received" || (event.type === "edited" && event.askedAt !== undefined);

const messageIdOf = (event: Conversation.ConversationEvent): readonly string[] =>
  ["received", "echoed", "replied", "auto-replied", "handoff-offered", "noted"].includes(event.type) &&
  "messageId" in event
    ? [event.messageId]
    : [];
