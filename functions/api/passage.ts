import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import * as Intake from "#core/intake";
import type * as Redaction from "#core/redaction";
import type * as Store from "#core/store";
import { commitStrike, isStruck, type Runtime } from "#functions/runtime";
import { dropEvidenceWith } from "./evidence.ts";

export type Marking = Intake.Range & {
  readonly messageId: string;
  readonly agentId: string;
  readonly kind: Redaction.Kind;
  /** Of the text that the offsets are of. */
  readonly length?: number | undefined;
  readonly idempotencyKey: string;
};

/** Orders that a body remembers; an older one is not asked for again. */
const ordersKept = 20;

/**
 * Takes a passage out of a message, and the same words out of every other body of its conversation and of the card. The
 * marked message comes last: until it is done, a second try finds the words there and does all of it again. Asked again
 * under the same key it changes nothing.
 * @throws conversation.unknown, message.unknown, redaction.text-changed
 */
export const strikePassage = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  marking: Marking,
): Promise<Store.Body> => {
  const head = await runtime.store.readHead(key);
  if (head === undefined) throw new Fault("conversation.unknown");
  const marked = await runtime.store.readBody(key, marking.messageId);
  if (marked === undefined) throw new Fault("message.unknown");
  const id = await orderId(runtime, key, marking);
  if (!isStruck(marked, id)) {
    if (marking.length !== undefined && marking.length !== marked.text.length)
      throw new Fault("redaction.text-changed");
    const words = Intake.passagesIn(marked, marking);
    if (words.length === 0) return marked;
    await strikeBodies(runtime, key, head, { id, words, marking, marked });
  }
  const actor = { kind: "agent", id: marking.agentId } as const;
  const bodies = await commitStrike(runtime, key, { id, by: "agent", actor, since: marked.sawVersion });
  return bodies.find((body) => body.id === marked.id) ?? marked;
};

const orderId = async (runtime: Runtime, key: Store.ConversationKey, marking: Marking): Promise<string> => {
  const { agentId, idempotencyKey, messageId } = marking;
  const identityKey = await runtime.secrets.read("IDENTITY_KEY");
  return Identity.keyedId(identityKey, "r", "passage", key.conversationId, messageId, agentId, idempotencyKey);
};

type Strike = {
  readonly id: string;
  readonly words: readonly string[];
  readonly marking: Marking;
  readonly marked: Store.Body;
};

const strikeBodies = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  head: Store.Head,
  { id, marked, marking, words }: Strike,
): Promise<void> => {
  const entity = await runtime.store.readEntity(key.entityId);
  const passages: Intake.Passages = { words, kind: marking.kind, language: entity?.languages[0] ?? "fr" };
  // What the platform has not accepted yet goes out as the agent wrote it.
  const unsent = new Set(head.state.outbox.map((reply) => reply.messageId));
  const bodies = await runtime.store.listBodies(key);
  await dropEvidenceWith(runtime, key, bodies, { words, agentId: marking.agentId });
  for (const body of bodies) {
    if (body.id === marked.id || unsent.has(body.id)) continue;
    await runtime.store.reviseBody(key, body.id, (kept) => struck(kept, { id, salt: runtime.newId() }, passages));
  }
  await runtime.store.reviseBody(key, marked.id, (kept) => {
    if (kept.text !== marked.text) throw new Fault("redaction.text-changed");
    return struck(kept, { id, salt: runtime.newId() }, passages, marking);
  });
};

/** Every string of a body that came from a person, without the passages. */
const struck = (
  body: Store.Body,
  { id, salt }: { readonly id: string; readonly salt: string },
  passages: Intake.Passages,
  range?: Intake.Range,
): Store.Body => {
  if (isStruck(body, id)) return body;
  const bare = (text: Redaction.Redacted) => Intake.withoutPassages({ text, marks: [] }, passages).text;
  const { marks, text } = Intake.withoutPassages(body, passages, range);
  const clean: Store.Body = {
    ...body,
    text,
    marks,
    around: body.around.map(bare),
    attachments: body.attachments.map((each) => ({ ...each, words: each.words.map(bare) })),
    ...(body.repairs === undefined
      ? {}
      : { repairs: body.repairs.map((each) => Intake.withoutPassages(each, passages)) }),
  };
  if (JSON.stringify(clean) === JSON.stringify(body)) return body;
  const taken = marks.length - body.marks.length;
  const order = { id, found: { [passages.kind]: Math.max(1, taken) } };
  // With the old salt, the log's digest of the text before could be tried out until the passage is found.
  return { ...clean, salt, struck: [...(body.struck ?? []), order].slice(-ordersKept) };
};
