import * as Audit from "#core/audit";
import * as Channel from "#core/channel";
import type * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import * as Identity from "#core/identity";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";

type Occasion = {
  readonly key: Store.ConversationKey;
  readonly entity: Entity.Entity;
  readonly state: Conversation.Conversation;
  /** The customer's message that is answered. */
  readonly message: Store.Body;
  readonly labels: Conversation.MessageLabels;
};

/**
 * Queues the approved answer to what came, if there is one. Its id comes from the conversation and the occasion, so that
 * a redelivery, or the next message of the same night, makes no second one. Emergencies are answered in private.
 */
export const answerAutomatically = async (
  runtime: Runtime,
  { entity, key, labels, message, state }: Occasion,
): Promise<void> => {
  const isUrgent = labels.urgency === "urgent";
  const now = runtime.now();
  const answer = Entity.automaticAnswer(entity, { isUrgent, language: state.labels?.language, now });
  if (answer === undefined || state.channel === "secure") return;
  const { opensAt, reason } = answer;
  const identityKey = await runtime.secrets.read("IDENTITY_KEY");
  const body = await runtime.store.putBody(key, {
    id: Identity.keyedId(identityKey, "m", "automatic", key.entityId, key.conversationId, reason, opensAt ?? ""),
    kind: "message",
    direction: "outbound",
    visibility: isUrgent ? "private" : state.visibility,
    text: fitting(state.channel, answer.text),
    marks: [],
    occurredAt: now,
    author: {},
    attachments: [],
    around: [],
    inReplyTo: message.id,
    salt: runtime.newId(),
    sawVersion: 0,
  });
  await obey(runtime, key, {
    command: {
      type: "answer-automatically",
      messageId: body.id,
      reason,
      visibility: isUrgent ? "private" : state.visibility,
      digest: Audit.digestBody(body.text, body.salt),
      ...(opensAt === undefined ? {} : { opensAt }),
    },
    commitId: `automatic:${body.id}`,
    actor: { kind: "system", id: "automatic" },
  });
};

/** The bank's own words, as far as the platform takes them. */
const fitting = (channel: Channel.PlatformChannel, text: string): Redacted => {
  let kept = [...text];
  while (Channel.countText(channel, kept.join("")).used > Channel.countText(channel, "").limit)
    kept = kept.slice(0, -1);
  return kept.join("") as Redacted;
};
