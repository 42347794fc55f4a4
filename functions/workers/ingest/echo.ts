import * as Audit from "#core/audit";
import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import * as Redaction from "#core/redaction";
import type * as Store from "#core/store";
import { obey, partsOf, type Runtime } from "#functions/runtime";
import { bodyOf } from "./body.ts";
import { acceptByPlatform } from "./receipt.ts";

/**
 * The platform tells us of a message of our own account. Mostly it is one we sent: known by the marker it carries, or by
 * its id. Else somebody answered in the platform's own app, and it is shown as such.
 */
export const echo = async (
  runtime: Runtime,
  inbound: Intake.Inbound,
  pointer: Store.Pointer | undefined,
): Promise<void> => {
  const conversationId = inbound.conversationId ?? pointer?.conversationId;
  if (conversationId === undefined) return keepPost(runtime, inbound);
  const key = { entityId: inbound.entityId, conversationId };
  const head = await runtime.store.readHead(key);
  if (head === undefined) return;
  const { mergedInto } = head.state;
  if (mergedInto !== undefined)
    return echo(runtime, { ...inbound, conversationId: mergedInto.conversationId }, pointer);
  // An answer from a part of the thread comes back in the thread, as the platform knows no parts.
  for (const part of await partsOf(runtime, head.state)) {
    const partKey = { ...key, conversationId: part.state.id };
    const own = part.state.outbox.length === 0 ? undefined : await ownReply(runtime, partKey, part, inbound);
    if (own !== undefined) return acceptByPlatform(runtime, partKey, inbound, own);
  }
  const own = await ownReply(runtime, key, head, inbound);
  if (own === undefined) await keep(runtime, key, head, inbound);
  else await acceptByPlatform(runtime, key, inbound, own);
};

/** A post of the bank's own is no conversation; customers will write under it. */
const keepPost = async ({ store }: Runtime, { entityId, occurredAt, peers, text }: Intake.Inbound): Promise<void> => {
  if (peers.thread === undefined || peers.isThreadRoot !== true || text === "") return;
  await store.putPost({ entityId, peerId: peers.thread }, { text, at: occurredAt });
};

/** The reply of ours that this is the echo of, if it is one. */
const ownReply = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  head: Store.Head,
  inbound: Intake.Inbound,
): Promise<string | undefined> => {
  const identityKey = await runtime.secrets.read("IDENTITY_KEY");
  const marked = head.state.outbox.find((reply) => Intake.markerOf(identityKey, reply.messageId) === inbound.marker);
  if (marked !== undefined) return marked.messageId;
  const known = await runtime.store.readPointer(inbound.entityId, inbound.messageId);
  if (known !== undefined && known.messageId !== inbound.messageId) return known.messageId;
  // While a call is under way, the platform's answer to it will say which id is ours.
  if (head.state.outbox.some((reply) => reply.state === "attempting")) throw new Fault("echo.early");
  return uncertainReply(runtime, key, head, inbound);
};

/** The echo came through redaction, which a reply may hold things for: our own telephone number. Like is compared with like. */
const uncertainReply = async (
  { store }: Runtime,
  key: Store.ConversationKey,
  { state }: Store.Head,
  { entityId, text, visibility }: Intake.Inbound,
): Promise<string | undefined> => {
  const uncertain = state.outbox.filter((reply) => reply.state === "uncertain").map((reply) => reply.messageId);
  if (uncertain.length === 0) return undefined;
  const entity = await store.readEntity(entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  const bodies = await store.readBodies(key, uncertain);
  const options = Intake.redactionOf(entity, visibility);
  const echoed = Intake.likenessOf(text);
  return uncertain.find((id) => {
    const sent = bodies.get(id);
    return sent !== undefined && Intake.likenessOf(Redaction.redact(sent.text, options).text) === echoed;
  });
};

const keep = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  head: Store.Head,
  inbound: Intake.Inbound,
): Promise<void> => {
  const { byApplication, groupId, messageId, occurredAt } = inbound;
  const body = await runtime.store.putBody(key, bodyOf(runtime, inbound, head.version));
  await runtime.store.putPointer(key.entityId, messageId, { conversationId: key.conversationId, messageId, groupId });
  await obey(runtime, key, {
    command: {
      type: "echo",
      messageId,
      occurredAt,
      digest: Audit.digestBody(body.text, body.salt),
      ...(byApplication === undefined ? {} : { byApplication }),
    },
    commitId: `echo:${messageId}`,
    actor: { kind: "system", id: "platform" },
    since: body.sawVersion,
    ...(occurredAt >= head.state.lastMessageAt ? { shows: messageId } : {}),
  });
};
