import * as z from "zod";
import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import { eraseMessage, inLanes, obey, type Runtime } from "#functions/runtime";

/** Goes on with an erasure that was ordered. */
export const Erasing = z.object({ kind: z.literal("erase"), entityId: z.string(), conversationId: z.string() });
type Erasing = z.infer<typeof Erasing>;

/** One message's share of the work: well within the function's time. */
const sliceBodies = 2_000;
const lanes = 8;

const actor = { kind: "system", id: "erasure" } as const;

/**
 * Takes away what is stored of a conversation whose erasure was ordered, then says so in its log. What the log tells of since
 * the order is not part of it. Each step can be done twice; what an interruption leaves, the clock has done again.
 */
export const takeAway = async (runtime: Runtime, { conversationId, entityId }: Erasing): Promise<void> => {
  const key = { entityId, conversationId };
  const { store } = runtime;
  const head = await store.readHead(key);
  if (head?.state.erasure?.step !== "ordered") return;
  const told = await readTold(store, key, head);
  const bodies = (await store.listBodies(key)).filter(({ erased }) => erased !== true);
  const now = runtime.now();
  const gone = bodies.filter((body) => told.before.has(body.id) || (!told.since.has(body.id) && !mayBeTold(body, now)));
  await inLanes(lanes, gone.slice(0, sliceBodies), (body) => store.eraseBody(key, body));
  if (gone.length > sliceBodies) return runtime.queues.send("timers", [eraseMessage(key)]);
  await takeRemnants(runtime, key);
  await forgetContact(runtime, entityId, head.label.contact);
  // One that is still on its way into the log is waited for: then it is known whether it came before the order.
  if (bodies.some(({ id }) => !told.before.has(id) && !told.since.has(id) && !gone.some((body) => body.id === id)))
    return;
  await obey(runtime, key, {
    command: { type: "end-erasure", ...told.counts },
    commitId: `erased:${head.state.erasure.at}`,
    actor,
  });
};

type Told = {
  readonly before: ReadonlySet<string>;
  readonly since: ReadonlySet<string>;
  readonly counts: { readonly messages: number; readonly notes: number };
};

/** The messages that the log tells of up to the order, and since; what an earlier erasure took is not counted again. */
const readTold = async (store: Store.Store, key: Store.ConversationKey, head: Store.Head): Promise<Told> => {
  const entries = (await store.readLog(key, head, 1, head.version)).map((sealed) =>
    Audit.openEntry<Conversation.ConversationEvent>(sealed),
  );
  const orders = entries.flatMap(({ events }, index) =>
    events.some(({ type }) => type === "erasure-ordered") ? [index] : [],
  );
  const last = orders.at(-1) ?? -1;
  const earlier = orders.at(-2) ?? -1;
  const events = entries.slice(earlier + 1, last).flatMap((entry) => entry.events);
  const notes = new Set(events.flatMap((event) => (event.type === "noted" ? [event.messageId] : [])));
  const messages = new Set(events.flatMap((event) => (event.type === "noted" ? [] : namedBy(event))));
  return {
    before: new Set(entries.slice(0, last).flatMap((entry) => entry.events.flatMap(namedBy))),
    since: new Set(entries.slice(last).flatMap((entry) => entry.events.flatMap(namedBy))),
    counts: { messages: messages.size, notes: notes.size },
  };
};

const namedBy = (event: Conversation.ConversationEvent): readonly string[] =>
  "digest" in event ? [event.messageId] : [];

/** Platforms deliver again for seven days; an agent's words are told of at once, or were refused. */
const tellingMilliseconds = { inbound: 8 * 24 * 3600_000, outbound: 3600_000 } as const;

const mayBeTold = ({ direction, occurredAt }: Store.Body, now: string): boolean =>
  Date.parse(now) - Date.parse(occurredAt) < tellingMilliseconds[direction];

/** Files, sealed evidence, an awaited proof, and what colleagues were writing. */
const takeRemnants = async ({ pictures, store }: Runtime, key: Store.ConversationKey): Promise<void> => {
  const remnants = await store.listRemnants(key);
  for (const id of remnants.objectIds) await pictures.remove(id);
  await store.removeRemnants(remnants);
  const desks = await store.listDesks(key.entityId);
  await store.removeDrafts(
    key,
    desks.map(({ agent }) => agent.id),
  );
};

const readAtOnce = 50;

/**
 * What is known of a contact goes with the last conversation of theirs that had words. Most often nothing is known, and where
 * many are erased the oldest go first: so the newest tell that it is not the last one, and only where they do not all are read.
 */
const forgetContact = async ({ store }: Runtime, entityId: string, peerId: string | undefined): Promise<void> => {
  if (peerId === undefined) return;
  const contact = { entityId, peerId };
  const [notes, links] = await Promise.all([store.listContactNotes(contact), store.listContactLinks(contact)]);
  if (notes.length === 0 && links.length === 0) return;
  if (await haveWords(store, entityId, await store.listPeers(contact, readAtOnce))) return;
  const ids = await store.listEveryPeer(contact);
  for (let start = 0; start < ids.length; start += readAtOnce) {
    if (await haveWords(store, entityId, ids.slice(start, start + readAtOnce))) return;
  }
  for (const { id } of notes) await store.removeContactNote(contact, id);
  for (const link of links) await store.removeContactLink(contact, link);
};

const haveWords = async (store: Store.Store, entityId: string, ids: readonly string[]): Promise<boolean> =>
  (await store.readCards(entityId, ids)).some(({ erased }) => erased === null || erased.isPast);
