import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import { obey, type Runtime, readLabels } from "#functions/runtime";
import { evidenceMarkOf, keepEvidence } from "./evidence.ts";
import { receive, tombstone } from "./receive.ts";
import { forgetRepairs, readInThread, repairBodies } from "./thread.ts";

/** Enough to know a late redelivery of an edit from a new one. */
const revisionsKept = 20;

/** An edit, a removal, a hiding: the body changes in place, the log keeps that it happened. */
export const change = async (
  runtime: Runtime,
  inbound: Intake.Inbound,
  pointer: Store.Pointer | undefined,
): Promise<void> => {
  if (pointer?.conversationId === tombstone) return;
  if (pointer === undefined && inbound.op === "delete") return bury(runtime, inbound);
  const subject = await subjectOf(runtime, inbound, pointer);
  if (subject === undefined) return;
  const { body, key } = subject;
  switch (inbound.op) {
    case "edit":
      return edit(runtime, key, body, inbound);
    case "delete":
      return remove(runtime, key, body, inbound);
    case "hide":
    case "unhide":
      await obey(runtime, key, { command: { type: inbound.op, messageId: body.id }, ...origin(inbound, body) });
      return;
    case "message":
    case "fail":
    case "receipt":
    case "control":
    case "link":
      return;
  }
};

/** A removal that overtook its message leaves a tombstone. Where the message arrived meanwhile, the retry finds it. */
const bury = async (runtime: Runtime, { entityId, groupId, messageId }: Intake.Inbound): Promise<void> => {
  const pointer = await runtime.store.putPointer(entityId, messageId, {
    conversationId: tombstone,
    messageId,
    groupId,
  });
  if (pointer.conversationId !== tombstone) throw new Fault("message.not-yet");
};

type Subject = { readonly key: Store.ConversationKey; readonly body: Store.Body };

/** The message that changes. An edit that overtook it and names its author stands for it: it is received, then edited. */
const subjectOf = async (
  runtime: Runtime,
  inbound: Intake.Inbound,
  pointer: Store.Pointer | undefined,
): Promise<Subject | undefined> => {
  const conversationId = pointer?.conversationId ?? inbound.conversationId;
  if (conversationId === undefined) return undefined;
  const key = { entityId: inbound.entityId, conversationId };
  const messageId = pointer?.messageId ?? inbound.messageId;
  const body = await runtime.store.readBody(key, messageId);
  if (isWhole(inbound) && inbound.conversationId === conversationId && isFirst(body, inbound)) {
    await receive(runtime, inbound);
    const received = await runtime.store.readBody(key, messageId);
    return received && { key, body: received };
  }
  if (body !== undefined) return { key, body };
  // The message is on its way in: it comes first.
  if (pointer !== undefined) throw new Fault("message.not-yet");
  return undefined;
};

const isWhole = ({ conversationId, direction, op }: Intake.Inbound): boolean =>
  op === "edit" && direction === "inbound" && conversationId !== undefined;

/** Nothing is there, or what an earlier try of this edit put there and perhaps did not commit. */
const isFirst = (body: Store.Body | undefined, { occurredAt }: Intake.Inbound): boolean =>
  body === undefined || (body.revisedAt === undefined && body.occurredAt === occurredAt);

const edit = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  body: Store.Body,
  inbound: Intake.Inbound,
): Promise<void> => {
  const isOlder = inbound.occurredAt < (body.revisedAt ?? body.occurredAt);
  const isOvertaken = (body.revisions ?? []).slice(0, -1).includes(inbound.deduplicationId);
  if (isOlder || isOvertaken || body.removed === true) return;
  const entity = await runtime.store.readEntity(key.entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  const revised = await revise(runtime, key, body, { inbound, entity });
  if (revised.removed === true) return;
  if (revised.evidence === undefined) await runtime.store.removeEvidence(key, body.id);
  await keepEvidence(runtime, key, revised, inbound);
  const { marks, repairs = [], text } = revised;
  const repaired = await repairBodies(runtime, key, repairs, entity);
  const { labels } = readLabels(text);
  const asked = revised.wasNoQuestion === true ? questionOf(labels, body, { inbound, entity }) : undefined;
  await obey(runtime, key, {
    command: {
      type: "edit",
      messageId: body.id,
      digest: Audit.digestBody(text, revised.salt),
      repaired,
      found: { ...inbound.found, ...Intake.countKinds(marks) },
      labels,
      ...(asked === undefined ? {} : { asked }),
    },
    ...origin(inbound, body),
    refreshes: body.id,
  });
  await forgetRepairs(runtime, key, revised);
};

type Edit = { readonly inbound: Intake.Inbound; readonly entity: Entity.Entity };

/** Thanks that became a question, or a question that became an emergency. A corrected word is neither. */
const isNewQuestion = (before: string, after: string): boolean => {
  const [old, now] = [readLabels(before), readLabels(after)];
  const isAlarm = now.labels.urgency === "urgent" && old.labels.urgency !== "urgent";
  return now.expectsAnswer && (!old.expectsAnswer || isAlarm);
};

/** Asked when it was edited; some platforms give every edit the time of the message. */
const questionOf = (
  { language, topic, urgency: priority }: Conversation.MessageLabels,
  body: Store.Body,
  { entity, inbound }: Edit,
): Conversation.Asked => {
  const occurredAt = inbound.occurredAt > body.occurredAt ? inbound.occurredAt : inbound.receivedAt;
  return { occurredAt, policies: Entity.policiesFor(entity, { channel: inbound.channel, topic, priority, language }) };
};

/** The body after this edit. A retry keeps what the first try wrote: redacting again would miss what that removed. */
const revise = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  body: Store.Body,
  { entity, inbound }: Edit,
): Promise<Store.Body> => {
  if (body.revisions?.at(-1) === inbound.deduplicationId) return body;
  const head = await runtime.store.readHead(key);
  const written = { ...inbound, messageId: body.id, occurredAt: body.occurredAt };
  const { own, repairs } = await readInThread(runtime, { key, head, entity }, written);
  const revised = await runtime.store.reviseBody(key, body.id, (kept) => {
    if (kept.removed === true || kept.revisions?.at(-1) === inbound.deduplicationId) return kept;
    // From what is kept at this moment: what an agent has taken out meanwhile stays out.
    const { marks, text } = Intake.coverAgain(kept, own, entity.languages[0] ?? "fr");
    const { evidence: _, wasNoQuestion: __, ...rest } = kept;
    return {
      ...rest,
      text,
      marks,
      repairs,
      ...evidenceMarkOf(runtime, inbound),
      salt: runtime.newId(),
      ...(isNewQuestion(kept.text, text) ? { wasNoQuestion: true } : {}),
      revisedAt: inbound.occurredAt,
      revisions: [...(kept.revisions ?? []), inbound.deduplicationId].slice(-revisionsKept),
      edited: true,
    };
  });
  return revised ?? body;
};

const remove = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  body: Store.Body,
  inbound: Intake.Inbound,
): Promise<void> => {
  await runtime.store.removeEvidence(key, body.id);
  await runtime.store.replaceBody(key, {
    ...withoutPast(body),
    salt: runtime.newId(),
    text: "" as Redacted,
    marks: [],
    attachments: [],
    around: [],
    removed: true,
  });
  await obey(runtime, key, {
    command: { type: "remove", messageId: body.id, by: inbound.direction === "outbound" ? "bank" : "customer" },
    ...origin(inbound, body),
    refreshes: body.id,
  });
};

/** What is removed leaves no copy of others, and no salt with which the log's digest of it could be tried out. */
const withoutPast = ({ evidence: _, repairs: __, wasNoQuestion: ___, ...body }: Store.Body): Omit<Store.Body, "salt"> =>
  body;

const origin = (inbound: Intake.Inbound, body: Store.Body) => ({
  commitId: `${inbound.op}:${inbound.deduplicationId}`,
  actor:
    inbound.direction === "outbound" ? ({ kind: "system", id: "platform" } as const) : ({ kind: "contact" } as const),
  since: body.sawVersion,
});
