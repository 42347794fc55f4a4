import * as z from "zod";
import * as Audit from "#core/audit";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import type { Message, TimelineEvent } from "./conversation-schema.ts";
import { openCursor, sealCursor } from "./cursor.ts";
import { evidenceOf } from "./evidence.ts";
import { attachmentsOf, readPictures } from "./picture.ts";
import { reviewOf, reviewsIn } from "./review.ts";
import { type Standing, standingsOf } from "./standing.ts";
import { timelineEventOf } from "./timeline-event.ts";

/** Entries of the log behind one page of a conversation. */
const pageEntries = 64;
/** Newer entries that are looked at for what became of an older page's answers: of what was said later it is not told. */
const entriesAhead = 256;

export type Page = {
  readonly cursor: string | undefined;
  readonly language: "fr" | "en";
  readonly now: Sla.Instant;
  /** The reader may see what customers quoted as a fraudster's. */
  readonly seesEvidence: boolean;
};
export type Timeline = { messages: Message[]; events: TimelineEvent[]; cursor?: string };

/** Where the page before begins. */
const Cursor = z.object({ to: z.number().int().min(1) });

/**
 * A page of a conversation, read backwards along its log: what the log does not name is not shown, whatever else is
 * stored.
 */
export const readTimeline = async (
  store: Store.Store,
  key: Store.ConversationKey,
  head: Store.Head,
  { cursor, language, now, seesEvidence }: Page,
): Promise<Timeline> => {
  const start = cursor === undefined ? head.version : openCursor(Cursor, cursor).to;
  const to = Math.min(start, head.version);
  const from = Math.max(1, to - pageEntries + 1);
  const read = (await store.readLog(key, head, from, Math.min(head.version, to + entriesAhead))).map((sealed) =>
    Audit.openEntry<Conversation.ConversationEvent>(sealed),
  );
  const entries = read.slice(0, to - from + 1);
  const standings = new Map(
    [...standingsOf(read)].filter(([id, { delivery }]) => !isUnderWay(delivery) || isWaiting(head.state, id)),
  );
  // What waits for a second pair of eyes stands at the end, whenever it was written.
  const waiting = cursor === undefined ? (head.state.approvals ?? []).map(({ messageId }) => messageId) : [];
  for (const id of waiting) standings.set(id, { delivery: "awaiting-approval" });
  const named = entries
    .flatMap((entry) => entry.events.flatMap(messageIdOf))
    .filter((id) => standings.get(id)?.delivery !== "recalled")
    .concat(waiting);
  const reviews = reviewsIn(read);
  const rewritten = named.flatMap((id) => reviews.get(id)?.beforeId ?? []);
  const bodies = await store.readBodies(key, [...named, ...rewritten]);
  const pictures = await readPictures(store, key, bodies.values());
  const insults = insultsIn(entries);
  const templates = templatesIn(entries);
  const messages = named
    .flatMap((id) => bodies.get(id) ?? [])
    .filter((body) => Conversation.hasWords(head.state, body))
    .map((body) => ({
      ...messageOf(body, standings.get(body.id), language),
      attachments: attachmentsOf(body, pictures, now),
      ...evidenceOf(body, { now, seesEvidence }),
      ...(insults.has(body.id) ? { abusive: true } : {}),
      ...(templates.has(body.id) ? { templateId: templates.get(body.id) } : {}),
      ...reviewOf(head.state, body.id, reviews, bodies),
    }))
    .toSorted((left, right) => Date.parse(left.occurredAt) - Date.parse(right.occurredAt));
  const events = entries.flatMap((entry) => entry.events.flatMap((event) => timelineEventOf(entry, event)));
  if (from === 1) return { messages, events };
  return { messages, events, cursor: sealCursor({ to: from - 1 }) };
};

const isUnderWay = (delivery: Standing["delivery"]): boolean =>
  delivery === "sending" || delivery === "leaving" || delivery === "held";

/** What no longer waits was settled, further on in the log than was read. */
const isWaiting = ({ outbox }: Conversation.Conversation, id: string): boolean =>
  outbox.some(({ messageId }) => messageId === id);

/** The messages that a stretch of the log tells of, both ends included. */
export const readSpan = async (
  store: Store.Store,
  key: Store.ConversationKey,
  head: Store.Head,
  { from, to, ...page }: Omit<Page, "cursor"> & { readonly from: number; readonly to: number },
): Promise<readonly Message[]> => {
  let cursor: string | undefined = sealCursor({ to });
  const messages: Message[] = [];
  for (let next = to; next >= from && cursor !== undefined; next -= pageEntries) {
    const read: Timeline = await readTimeline(store, key, head, { ...page, cursor });
    messages.unshift(...read.messages);
    cursor = read.cursor;
  }
  return messages;
};

export const messageOf = (body: Store.Body, standing: Standing | undefined, language: "fr" | "en"): Message => {
  const reason = standing?.code === undefined ? undefined : Channel.tellRefusal(standing.code, language);
  return {
    id: body.id,
    kind: body.kind,
    direction: body.direction,
    visibility: body.visibility,
    text: body.text,
    redactions: body.marks.map((mark) => ({ ...mark })),
    around: [...body.around],
    attachments: attachmentsOf(body, new Map(), body.occurredAt),
    occurredAt: body.occurredAt,
    author: { ...body.author },
    ...(body.invitesPrivately === undefined ? {} : { invitesPrivately: true }),
    ...(body.edited === undefined ? {} : { edited: true }),
    ...(body.removed === undefined ? {} : { removed: true }),
    ...(standing === undefined || standing.delivery === "recalled" ? {} : { delivery: standing.delivery }),
    ...(standing?.leavesAt === undefined ? {} : { leavesAt: standing.leavesAt }),
    ...(reason === undefined ? {} : { deliveryReason: reason }),
    ...(standing?.until === undefined ? {} : { deliveryExpectedAt: standing.until }),
  };
};

/** Messages that insult, as their latest reading says. */
const insultsIn = (entries: readonly Audit.Entry<Conversation.ConversationEvent>[]): ReadonlySet<string> => {
  const readings = entries.flatMap(({ events }) => events.filter((event) => event.type === "labelled"));
  const latest = new Map(readings.map(({ labels, messageId }) => [messageId, labels.isAbusive]));
  return new Set([...latest].filter(([, isAbusive]) => isAbusive).map(([messageId]) => messageId));
};

/** Which template an answer was made from. */
export const templatesIn = (entries: readonly Pick<Store.Entry, "events">[]): ReadonlyMap<string, string> =>
  new Map(
    entries
      .flatMap(({ events }) => events.filter((event) => event.type === "template-used"))
      .map(({ messageId, templateId }) => [messageId, templateId]),
  );

const messageIdOf = (event: Conversation.ConversationEvent): readonly string[] => {
  switch (event.type) {
    case "received":
    case "echoed":
    case "replied":
    case "auto-replied":
    case "handoff-offered":
    case "noted":
    // What waits is told from the head; what was let through is told where it was sent.
    case "approval-refused":
      return [event.messageId];
    default:
      return [];
  }
};
