import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { joinIncident } from "#functions/incident";
import { obey, type Runtime } from "#functions/runtime";
import { answerAutomatically } from "./automatic.ts";
import { joinBeside, meetBeside } from "./beside.ts";
import { bodyOf } from "./body.ts";
import { noteControl } from "./control.ts";
import { keepEvidence } from "./evidence.ts";
import { noteImpostor } from "./impostor.ts";
import { readerOf } from "./merged.ts";
import { askForPictures } from "./picture.ts";
import { recogniseProof } from "./proof.ts";
import { type Reading, readMessage } from "./reading.ts";
import { bringHome } from "./stray.ts";
import { forgetRepairs, readInThread, repairBodies } from "./thread.ts";

/**
 * A customer's message: the pointer to it, its body, the commit that makes it visible, then what follows from it. Whatever
 * a crash leaves undone, the redelivery does; what is in the log is not done again.
 */
export const receive = async (runtime: Runtime, inbound: Intake.Inbound): Promise<void> => {
  const arrival = await arrive(runtime, inbound);
  const kept = arrival && (await keep(runtime, arrival));
  if (kept === undefined) return;
  const reading = await readMessage(runtime, kept);
  const committed = await commit(runtime, kept, reading);
  await forgetRepairs(runtime, kept.key, kept.body);
  await follow(runtime, kept, reading, committed);
};

type Arrival = {
  readonly inbound: Intake.Inbound;
  readonly key: Store.ConversationKey;
  readonly entity: Entity.Entity;
  /** The conversation as it was found; undefined where the message begins it. */
  readonly head: Store.Head | undefined;
};

/** Stands where a message was removed before it came: when it comes, there is nothing to keep. */
export const tombstone = "removed";

/** Which conversation it is read in, by the first pointer to it; undefined where it was removed before it came. */
const arrive = async (runtime: Runtime, inbound: Intake.Inbound): Promise<Arrival | undefined> => {
  const { conversationId, entityId, groupId, messageId } = inbound;
  if (conversationId === undefined) throw new Fault("request.invalid");
  const key = { entityId, conversationId };
  const entity = await runtime.store.readEntity(entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  const head = await runtime.store.readHead(key);
  const reader = await readerOf(runtime, inbound, head);
  if (reader !== undefined) return arrive(runtime, { ...inbound, conversationId: reader });
  const pointer = await runtime.store.putPointer(entityId, messageId, { conversationId, messageId, groupId });
  if (pointer.conversationId === tombstone) return undefined;
  // It came before, and was read where its thread was merged into then: there it is known.
  if (pointer.conversationId !== conversationId)
    return arrive(runtime, { ...inbound, conversationId: pointer.conversationId });
  return { inbound, key, entity, head };
};

type Kept = Arrival & {
  readonly body: Store.Body;
  /** Earlier messages that this one completed a number of, as the log tells of them. */
  readonly repaired: readonly Conversation.Repair[];
};

/** Keeps its body, read together with those just before; undefined where its words went on order, for no redelivery brings them back. */
const keep = async (runtime: Runtime, arrival: Arrival): Promise<Kept | undefined> => {
  const { entity, head, inbound, key } = arrival;
  const { own, repairs } = await readInThread(runtime, { key, head, entity }, inbound);
  const read = { ...inbound, text: own.text, marks: [...own.marks] };
  const put = await runtime.store.putBody(key, { ...bodyOf(runtime, read, head?.version ?? 0), repairs });
  if (put.erased === true) return undefined;
  const body = await datedBack(runtime, key, put, inbound.occurredAt);
  await keepEvidence(runtime, key, body, inbound);
  return { ...arrival, body, repaired: await repairBodies(runtime, key, body.repairs ?? [], entity) };
};

/** An edit that came first stood for the message, at its own time; the message itself knows when it was written. */
const datedBack = async (
  { store }: Pick<Runtime, "store">,
  key: Store.ConversationKey,
  body: Store.Body,
  occurredAt: string,
): Promise<Store.Body> => {
  if (body.occurredAt <= occurredAt) return body;
  const dated = (kept: Store.Body) => (kept.occurredAt <= occurredAt ? kept : { ...kept, occurredAt });
  return (await store.reviseBody(key, body.id, dated)) ?? body;
};

/** The commit that makes it visible. */
const commit = (runtime: Runtime, kept: Kept, reading: Reading): Promise<Store.Committed> => {
  const { body, head, inbound, key } = kept;
  return obey(runtime, key, {
    command: receiving(kept, reading),
    commitId: `receive:${inbound.messageId}`,
    actor: { kind: "contact" },
    since: body.sawVersion,
    ...(head === undefined ? {} : { head }),
    label: { ...labelOf(inbound), why: { ...head?.label.why, ...reading.why } },
    ...(isNewest(inbound, head) ? { shows: inbound.messageId } : { refreshes: head?.state.lastInboundId }),
  });
};

const receiving = (
  { body, entity, inbound, key, repaired }: Kept,
  { beside, direction, expectsAnswer, labels, score }: Reading,
): Conversation.Command => {
  const { accountId, channel, messageId, origin, teamId, visibility } = inbound;
  const { language, topic, urgency: priority } = labels;
  return {
    type: "receive",
    opening: {
      ...key,
      teamId: direction?.teamId ?? teamId,
      channel,
      visibility,
      accountId,
      ...(origin === undefined ? {} : { origin }),
    },
    messageId,
    occurredAt: body.occurredAt,
    digest: Audit.digestBody(body.text, body.salt),
    found: { ...inbound.found, ...Intake.countKinds(body.marks) },
    repaired,
    expectsAnswer,
    ...(inbound.isLate === true ? { latenessSeconds: secondsBetween(body.occurredAt, inbound.receivedAt) } : {}),
    ...(inbound.isEncrypted === undefined ? {} : { isEncrypted: true }),
    labels,
    ...(score === undefined ? {} : { score }),
    ...(direction === undefined ? {} : { direction }),
    ...(inbound.isHeard === true ? { isHeard: true } : {}),
    ...(beside === undefined ? {} : { beside }),
    policies: Entity.policiesFor(entity, { channel, topic, priority, language, segment: direction?.audience }),
  };
};

/** Side effects after the commit: other conversations, incidents, automatic answers, pictures. Idempotent under redelivery. */
const follow = async (
  runtime: Runtime,
  { body, entity, inbound, key }: Kept,
  { beside, expectsAnswer, labels }: Reading,
  committed: Store.Committed,
): Promise<void> => {
  const { events, isRepeat, state } = committed;
  if (beside !== undefined) await joinBeside(runtime, key, beside, committed);
  const hasOpened = events.some((event) => event.type === "opened");
  if (hasOpened) await introduce(runtime, inbound, state);
  if (hasOpened && expectsAnswer && beside === undefined) await meetBeside(runtime, key, inbound, committed);
  if (inbound.control === "another" || state.control?.by === "another") await noteControl(runtime, inbound);
  await noteImpostor(runtime, key, inbound);
  if (!isRepeat && Conversation.hasBegun(events, state))
    await runtime.store.countBeginning(key.entityId, body.occurredAt, labels.topic);
  await bringHome(runtime, { key, entity }, state);
  if (expectsAnswer) await joinIncident(runtime, key, state);
  await recogniseProof(runtime, key, inbound, body.sawVersion);
  if (expectsAnswer) await answerAutomatically(runtime, { key, entity, state, message: body, labels });
  await askForPictures(runtime, inbound, body.sawVersion);
};

/** Indexes it by its contact and by its public thread. */
const introduce = async (
  { store }: Runtime,
  { entityId, peers }: Intake.Inbound,
  { id: conversationId, openedAt }: Conversation.Conversation,
): Promise<void> => {
  for (const peerId of [peers.contact, peers.thread]) {
    if (peerId !== undefined) await store.putPeer({ entityId, peerId }, { conversationId, openedAt });
  }
};

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));

/** The card shows the newest message as it is kept, also when this one took a piece from it. */
const isNewest = ({ occurredAt }: Intake.Inbound, head: Store.Head | undefined): boolean =>
  head === undefined || occurredAt >= head.state.lastMessageAt;

const labelOf = ({ author, peers }: Intake.Inbound): Conversation.Label => ({
  ...(author.name === undefined ? {} : { name: author.name }),
  ...(author.handle === undefined ? {} : { handle: author.handle }),
  ...(peers.contact === undefined ? {} : { contact: peers.contact }),
  ...(peers.thread === undefined ? {} : { thread: peers.thread }),
});
