import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { joinIncident } from "#functions/incident";
import { obey, type Runtime, readLabels } from "#functions/runtime";
import { answerAutomatically } from "./automatic.ts";
import { findBeside, joinBeside, meetBeside } from "./beside.ts";
import { noteControl } from "./control.ts";
import { readDirection } from "./direction.ts";
import { evidenceMarkOf, keepEvidence } from "./evidence.ts";
import { noteImpostor } from "./impostor.ts";

import { readerOf } from "./merged.ts";
import { askForPictures } from "./picture.ts";
import { isProofAlone, recogniseProof } from "./proof.ts";
import { bringHome } from "./stray.ts";
import { forgetRepairs, readInThread, repairBodies } from "./thread.ts";

/**
 * A customer's message: the pointer to it, its body, then the commit that makes it visible. Whatever a crash leaves
 * undone, the redelivery does; what is in the log is not done again.
 */
export const receive = async (runtime: Runtime, inbound: Intake.Inbound): Promise<void> => {
  const { conversationId, entityId, messageId } = inbound;
  if (conversationId === undefined) throw new Fault("request.invalid");
  const key = { entityId, conversationId };
  const entity = await runtime.store.readEntity(entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  const head = await runtime.store.readHead(key);
  const reader = await readerOf(runtime, inbound, head);
  if (reader !== undefined) return receive(runtime, { ...inbound, conversationId: reader });
  const { groupId } = inbound;
  const pointer = await runtime.store.putPointer(entityId, messageId, { conversationId, messageId, groupId });
  if (pointer.conversationId === tombstone) return;
  // It came before, and was read where its thread was merged into then: there it is known.
  if (pointer.conversationId !== conversationId)
    return receive(runtime, { ...inbound, conversationId: pointer.conversationId });
  const { own, repairs } = await readInThread(runtime, { key, head, entity }, inbound);
  const read = { ...inbound, text: own.text, marks: [...own.marks] };
  const put = await runtime.store.putBody(key, { ...bodyOf(runtime, read, head?.version ?? 0), repairs });
  // Its words went on order: a redelivery brings none of them back.
  if (put.erased === true) return;
  const body = await datedBack(runtime, key, put, inbound.occurredAt);
  await keepEvidence(runtime, key, body, inbound);
  const repaired = await repairBodies(runtime, key, body.repairs ?? [], entity);
  const { labels, why, ...reading } = readLabels(body.text);
  const isHeard = inbound.isHeard === true;
  const score = Conversation.scoreIn(head?.state, { text: body.text, at: body.occurredAt });
  const expectsAnswer = reading.expectsAnswer && !isProofAlone(inbound) && !isHeard && score === undefined;
  const { language, topic, urgency: priority } = labels;
  const directed = await readDirection(runtime, { ...inbound, text: body.text }, { entity, labels, head });
  const { direction } = directed;
  const beside = expectsAnswer ? await findBeside(runtime, inbound, head) : undefined;
  const committed = await obey(runtime, key, {
    command: {
      type: "receive",
      opening: {
        conversationId,
        entityId,
        teamId: direction?.teamId ?? inbound.teamId,
        channel: inbound.channel,
        visibility: inbound.visibility,
        accountId: inbound.accountId,
        ...(inbound.origin === undefined ? {} : { origin: inbound.origin }),
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
      ...(isHeard ? { isHeard: true } : {}),
      ...(beside === undefined ? {} : { beside }),
      policies: Entity.policiesFor(entity, {
        channel: inbound.channel,
        topic,
        priority,
        language,
        segment: direction?.audience,
      }),
    },
    commitId: `receive:${messageId}`,
    actor: { kind: "contact" },
    since: body.sawVersion,
    ...(head === undefined ? {} : { head }),
    label: { ...labelOf(inbound), why: { ...head?.label.why, ...why, ...directed.why } },
    ...(isNewest(inbound, head) ? { shows: messageId } : { refreshes: head?.state.lastInboundId }),
  });
  const { events, isRepeat, state } = committed;
  await forgetRepairs(runtime, key, body);
  if (beside !== undefined) await joinBeside(runtime, key, beside, committed);
  const hasOpened = events.some((event) => event.type === "opened");
  if (hasOpened) await introduce(runtime, inbound, state);
  if (hasOpened && expectsAnswer && beside === undefined) await meetBeside(runtime, key, inbound, committed);
  if (inbound.control === "another" || state.control?.by === "another") await noteControl(runtime, inbound);
  await noteImpostor(runtime, key, inbound);
  if (!isRepeat && Conversation.hasBegun(events, state))
    await runtime.store.countBeginning(entityId, body.occurredAt, topic);
  await bringHome(runtime, { key, entity }, state);
  if (expectsAnswer) await joinIncident(runtime, key, state);
  await recogniseProof(runtime, key, inbound, body.sawVersion);
  if (expectsAnswer) await answerAutomatically(runtime, { key, entity, state, message: body, labels });
  await askForPictures(runtime, inbound, body.sawVersion);
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

/** Its contact's other conversations, and those of the same thread, find it. */
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

/** Stands where a message was removed before it came: when it comes, there is nothing to keep. */
export const tombstone = "removed";

export const bodyOf = (
  runtime: Pick<Runtime, "newId" | "now">,
  inbound: Intake.Inbound,
  sawVersion: number,
): Store.Body => ({
  id: inbound.messageId,
  kind: "message",
  direction: inbound.direction,
  visibility: inbound.visibility,
  text: inbound.text,
  marks: inbound.marks,
  occurredAt: inbound.occurredAt,
  author: {
    ...(inbound.author.name === undefined ? {} : { name: inbound.author.name }),
    ...(inbound.author.handle === undefined ? {} : { handle: inbound.author.handle }),
  },
  attachments: inbound.attachments.map(({ picture, story, type, words }) => ({
    type,
    words,
    ...(picture === undefined ? {} : { picture: { id: picture.id, since: inbound.receivedAt } }),
    ...(story === undefined ? {} : { story }),
  })),
  around: inbound.around,
  ...evidenceMarkOf(runtime, inbound),
  ...(inbound.address === undefined ? {} : { address: inbound.address }),
  salt: runtime.newId(),
  sawVersion,
});

/** The card shows the newest message as it is kept, also when this one took a piece from it. */
const isNewest = ({ occurredAt }: Intake.Inbound, head: Store.Head | undefined): boolean =>
  head === undefined || occurredAt >= head.state.lastMessageAt;

const labelOf = ({ author, peers }: Intake.Inbound): Conversation.Label => ({
  ...(author.name === undefined ? {} : { name: author.name }),
  ...(author.handle === undefined ? {} : { handle: author.handle }),
  ...(peers.contact === undefined ? {} : { contact: peers.contact }),
  ...(peers.thread === undefined ? {} : { thread: peers.thread }),
});
