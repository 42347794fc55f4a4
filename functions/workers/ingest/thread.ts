import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import type * as Entity from "#core/entity";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/** How long pieces of a number are looked for together. */
const threadMilliseconds = 10 * 60_000;
/** Entries of the log in which the messages of that time are looked for. */
const threadEntries = 16;

/**
 * A message read together with those of the last ten minutes: its own text as it is to be kept, and the earlier ones that
 * must lose a piece.
 */
export const readInThread = async (
  runtime: Runtime,
  {
    head,
    key,
    entity,
  }: { readonly key: Store.ConversationKey; readonly head: Store.Head | undefined; readonly entity: Entity.Entity },
  inbound: Intake.Inbound,
): Promise<{ readonly own: Intake.Piece; readonly repairs: readonly Intake.Piece[] }> => {
  const own: Intake.Piece = { id: inbound.messageId, text: inbound.text, marks: inbound.marks };
  // Without a digit there is nothing to complete.
  if (head === undefined || !/\p{N}/u.test(inbound.text)) return { own, repairs: [] };
  const others = await neighbours(runtime, key, head, inbound);
  const options = Intake.redactionOf(entity, inbound.visibility, inbound.channel);
  const cardSeen = head.state.cardSeenAt !== undefined && isNear(head.state.cardSeenAt, inbound.occurredAt);
  const pieces = [...others.before, own, ...others.after];
  const read = Intake.readTogether(pieces, { ...options, cardSeen });
  const repairs = read.filter((piece, index) => piece !== pieces[index] && piece.id !== own.id);
  return { own: read[others.before.length] ?? own, repairs };
};

/**
 * Writes the earlier messages as they are to be kept, and answers what the log says of it. Done twice it is the same; what
 * an agent takes out of them meanwhile stays out. Each gets a new salt: with the old one, the digest of the text before
 * could be tried out until the digits are found.
 */
export const repairBodies = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  repairs: readonly Intake.Piece[],
  { languages }: Pick<Entity.Entity, "languages">,
): Promise<readonly Conversation.Repair[]> => {
  const repaired: Conversation.Repair[] = [];
  for (const { id, ...piece } of repairs) {
    const body = await runtime.store.reviseBody(key, id, (kept) => {
      if (kept.removed === true) return kept;
      const { marks, text } = Intake.coverAgain(kept, piece, languages[0] ?? "fr");
      return kept.text === text ? kept : { ...kept, text, marks, salt: runtime.newId() };
    });
    if (body === undefined || body.removed === true) continue;
    const digest = Audit.digestBody(body.text, body.salt);
    repaired.push({ messageId: id, digest, found: Intake.countKinds(piece.marks) });
  }
  return repaired;
};

/** The earlier messages hold it themselves now; a copy would outlive what is removed from them later. */
export const forgetRepairs = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { id, repairs = [] }: Pick<Store.Body, "id" | "repairs">,
): Promise<void> => {
  if (repairs.length > 0) await runtime.store.reviseBody(key, id, withoutRepairs);
};

const withoutRepairs = (body: Store.Body): Store.Body => {
  const { repairs, ...rest } = body;
  return repairs === undefined ? body : rest;
};

const neighbours = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  head: Store.Head,
  inbound: Intake.Inbound,
): Promise<{ readonly before: readonly Intake.Piece[]; readonly after: readonly Intake.Piece[] }> => {
  const sealed = await runtime.store.readLog(key, head, head.version - threadEntries + 1, head.version);
  const ids = sealed
    .flatMap((text) => Audit.openEntry<Conversation.ConversationEvent>(text).events)
    .flatMap((event) =>
      event.type === "received" && isNear(event.occurredAt, inbound.occurredAt) ? [event.messageId] : [],
    );
  const bodies = [...(await runtime.store.readBodies(key, ids)).values()]
    .filter((body) => body.id !== inbound.messageId && body.removed !== true)
    .toSorted((left, right) => Date.parse(left.occurredAt) - Date.parse(right.occurredAt));
  return {
    before: bodies.filter((body) => body.occurredAt <= inbound.occurredAt),
    after: bodies.filter((body) => body.occurredAt > inbound.occurredAt),
  };
};

export const isNear = (one: string, other: string): boolean =>
  Math.abs(Date.parse(one) - Date.parse(other)) <= threadMilliseconds;
