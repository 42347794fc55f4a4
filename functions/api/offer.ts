import * as Audit from "#core/audit";
import * as Channel from "#core/channel";
import type * as Conversation from "#core/conversation";
import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import * as Identity from "#core/identity";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { wayFrom } from "./handoff-view.ts";
import { holding } from "./holder.ts";
import type { Caller } from "./sign-in.ts";
import { countUse } from "./template-use.ts";

/** An offer of the way on, its words as they are kept: without the code and the link, which are made when it leaves. */
type Offering = {
  readonly head: Store.Head;
  readonly text: Redacted;
  readonly messageId: string;
  readonly idempotencyKey: string;
  readonly language: Handoff.Language;
  readonly purpose: Handoff.Purpose;
  readonly written: Conversation.Written;
};

/**
 * Keeps an offer and queues it. Put twice, it is offered once.
 * @throws handoff.not-configured, handoff.not-private, reply.window-closed, reply.too-long
 */
export const putOffer = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { idempotencyKey, language, purpose, written, ...draft }: Offering,
): Promise<{ readonly reply: Store.Body; readonly head: Store.Head }> => {
  const { head, messageId } = draft;
  const entity = await runtime.store.readEntity(key.entityId);
  const way = wayFrom(head.state, entity, runtime.now());
  const isHeld = Handoff.offeringIn(draft.text) === undefined || way === "secure-page";
  if (entity === undefined || way === undefined || !isHeld) {
    throw new Fault(head.state.visibility === "private" ? "handoff.not-configured" : "handoff.not-private");
  }
  const body =
    (await runtime.store.readBody(key, messageId)) ??
    (await keep(runtime, key, { ...draft, caller, entity, language, way }));
  const after = await obey(runtime, key, {
    command: {
      type: "offer-handoff",
      handoffId: await idOf(runtime, key, caller, { part: "handoff", prefix: "h", idempotencyKey }),
      messageId,
      agentId: caller.agentId,
      way,
      purpose,
      language,
      visibility: body.visibility === "public" ? "public" : "private",
      digest: Audit.digestBody(body.text, body.salt),
      ...written,
    },
    commitId: `write:${messageId}`,
    actor: { kind: "agent", id: caller.agentId },
    since: body.sawVersion,
    ...holding(caller),
    shows: body.id,
  });
  if (written.template !== undefined) await countUse(runtime, key.entityId, written.template);
  return { reply: body, head: after };
};

type Naming = { readonly part: string; readonly prefix: string; readonly idempotencyKey: string };

/** The key of a request determines what it makes. */
export const idOf = async (
  { secrets }: Runtime,
  { conversationId, entityId }: Store.ConversationKey,
  { agentId }: Caller,
  { idempotencyKey, part, prefix }: Naming,
): Promise<string> =>
  Identity.keyedId(await secrets.read("IDENTITY_KEY"), prefix, part, entityId, conversationId, agentId, idempotencyKey);

/** X shows a button below a public answer; Meta takes one private answer to a comment. */
export const isPrivateAnswer = ({ channel }: Conversation.Conversation, way: Conversation.HandoffWay): boolean =>
  way === "private-message" && channel !== "x.mention";

type Draft = Pick<Offering, "head" | "language" | "messageId" | "text"> & {
  readonly caller: Caller;
  readonly entity: Entity.Entity;
  readonly way: Conversation.HandoffWay;
};

const keep = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { caller, entity, head, language, messageId, text, way }: Draft,
): Promise<Store.Body> => {
  const { channel, lastInboundAt, lastInboundId, visibility } = head.state;
  if (!Channel.replyWindow(channel, lastInboundAt, runtime.now()).open) throw new Fault("reply.window-closed");
  expectRoom(channel, entity, { language, text });
  return runtime.store.putBody(key, {
    id: messageId,
    kind: "message",
    direction: "outbound",
    visibility: isPrivateAnswer(head.state, way) ? "private" : visibility,
    text,
    marks: [],
    occurredAt: runtime.now(),
    author: { agentId: caller.agentId },
    attachments: [],
    around: [],
    ...(lastInboundId === undefined ? {} : { inReplyTo: lastInboundId }),
    salt: runtime.newId(),
    sawVersion: head.version,
  });
};

/** As long as the real ones. */
const sample = { code: "BBBB2222", token: "x".repeat(43) };

const expectRoom = (
  channel: Channel.Channel,
  entity: Entity.Entity,
  { language, text }: Pick<Offering, "language" | "text">,
): void => {
  const link = Handoff.linkOf(entity.secure?.origin ?? "", entity.id, sample.token);
  const { limit, used } = Channel.countText(channel, Handoff.sentWords(text, language, { code: sample.code, link }));
  if (used > limit) throw new Fault("reply.too-long", { used, limit });
};
