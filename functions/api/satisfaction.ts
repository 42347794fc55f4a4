import * as Audit from "#core/audit";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import * as Identity from "#core/identity";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/**
 * The bank's question to a customer whose private conversation is being closed, kept so that the commit can name it. Empty
 * where the bank asks none, where it was asked before, and where the platform would no longer take it. A question that no
 * commit names is shown to nobody.
 */
export const questionAtClosing = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  state: Conversation.Conversation,
  outcome: Conversation.Outcome,
): Promise<{ readonly question?: Conversation.Question }> => {
  if (!Conversation.mayAskSatisfaction(state, outcome)) return {};
  const entity = await runtime.store.readEntity(key.entityId);
  const text = entity === undefined ? undefined : Entity.satisfactionQuestion(entity, state.labels?.language);
  const now = runtime.now();
  const window = Channel.replyWindow(state.channel, state.lastInboundAt, now);
  if (text === undefined || window.mode !== "free" || state.lastInboundId === undefined) return {};
  const identityKey = await runtime.secrets.read("IDENTITY_KEY");
  const body = await runtime.store.putBody(key, {
    id: Identity.keyedId(identityKey, "m", "satisfaction", key.entityId, key.conversationId),
    kind: "message",
    direction: "outbound",
    visibility: "private",
    text: text as Redacted,
    marks: [],
    occurredAt: now,
    author: {},
    attachments: [],
    around: [],
    inReplyTo: state.lastInboundId,
    salt: runtime.newId(),
    sawVersion: 0,
  });
  return { question: { messageId: body.id, digest: Audit.digestBody(body.text, body.salt) } };
};
