import type * as Channel from "#core/channel";
import type * as Entity from "#core/entity";
import * as Intake from "#core/intake";
import * as Redaction from "#core/redaction";
import type * as Store from "#core/store";
import { commitStrike, isStruck, type Runtime } from "#functions/runtime";

type Count = Readonly<Record<string, number>>;
type Read = { readonly messages: number; readonly changed: number; readonly found: Count };

/** Orders that a body remembers. */
const ordersKept = 20;

/**
 * Reads a conversation's bodies by today's rules and takes out what they find, with one entry in the log; a dry run only
 * counts. A second try counts what the first one changed too.
 */
export const rereadConversation = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  entity: Entity.Entity,
  run: Store.Run,
): Promise<Read> => {
  const bodies = (await runtime.store.listBodies(key)).filter(isReadAgain);
  const ofCustomer = bodies.filter((body) => body.direction === "inbound");
  const ofBank = bodies.filter((body) => body.direction === "outbound");
  const channel = (await runtime.store.readHead(key))?.state.channel;
  const readings = [ofCustomer, ...ofBank.map((body) => [body])].flatMap((each) => readBodies(each, entity, channel));
  const telling = readings.filter(({ found }) => Object.keys(found).length > 0);
  const counts = run.dryRun
    ? telling.map(({ found }) => found)
    : await strike(runtime, key, telling, {
        id: `${run.id}${run.isAgain === true ? ":again" : ""}:${key.conversationId}`,
        agentId: run.startedBy,
      });
  return { messages: bodies.length, changed: counts.length, found: counts.reduce(Intake.sumCounts, {}) };
};

/** Each body is changed from what was read, or left for a later run; then one commit says so. */
const strike = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  readings: readonly Reading[],
  { agentId, id }: { readonly id: string; readonly agentId: string },
): Promise<readonly Count[]> => {
  for (const { after, before, found } of readings) {
    const order = { id, found };
    await runtime.store.reviseBody(key, before.id, (kept) =>
      kept.text === before.text && !isStruck(kept, id)
        ? {
            ...kept,
            ...wordsOf(after, kept),
            salt: runtime.newId(),
            struck: [...(kept.struck ?? []), order].slice(-ordersKept),
          }
        : kept,
    );
  }
  const struck = (await runtime.store.listBodies(key)).filter((body) => isStruck(body, id));
  if (struck.length === 0) return [];
  const since = Math.min(...struck.map((body) => body.sawVersion));
  await commitStrike(runtime, key, { id, by: "rules", actor: { kind: "agent", id: agentId }, since });
  return struck.map((body) => body.struck?.find((each) => each.id === id)?.found ?? {});
};

/** The words as they are to be kept; whatever else became of the body meanwhile stays. */
const wordsOf = ({ around, attachments, marks, text }: Store.Body, kept: Store.Body) => ({
  text,
  marks,
  around,
  attachments: kept.attachments.map((each, index) => ({ ...each, words: attachments[index]?.words ?? each.words })),
});

/** What was written here, by an agent or by itself, was read when it was written, and holds the bank's own numbers. */
const isReadAgain = ({ author, inReplyTo, kind, removed }: Store.Body): boolean =>
  removed !== true && !(kind === "message" && (author.agentId !== undefined || inReplyTo !== undefined));

type Reading = { readonly before: Store.Body; readonly after: Store.Body; readonly found: Count };

/** Each body as the rules leave it, its text together with its neighbours', and what was found in it. */
const readBodies = (
  bodies: readonly Store.Body[],
  entity: Entity.Entity,
  channel: Channel.Channel | undefined,
): readonly Reading[] => {
  const [first] = bodies;
  if (first === undefined) return [];
  const options = Intake.redactionOf(entity, first.visibility === "public" ? "public" : "private", channel);
  return Intake.reread(bodies, options).flatMap(({ after, before }) => {
    const body = bodies.find((each) => each.id === before.id);
    return body === undefined ? [] : [readingOf(body, { after, before }, options)];
  });
};

const readingOf = (
  body: Store.Body,
  { after, before }: { readonly after: Intake.Piece; readonly before: Intake.Piece },
  options: Redaction.Options,
): Reading => {
  const found: Count[] = [Intake.countNew(before, after)];
  const read = (words: Redaction.Redacted): Redaction.Redacted => {
    const { marks, text } = Redaction.redact(words, options);
    found.push(Intake.countKinds(marks));
    return text;
  };
  const next: Store.Body = {
    ...body,
    text: after.text,
    marks: after.marks,
    around: body.around.map(read),
    attachments: body.attachments.map((each) => ({ ...each, words: each.words.map(read) })),
  };
  return { before: body, after: next, found: found.reduce(Intake.sumCounts, {}) };
};
