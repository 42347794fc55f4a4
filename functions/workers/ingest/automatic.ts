import type * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import type * as Store from "#core/store";
import { blockedIn, keepAutomatic, obey, type Runtime, withholdAutomatic } from "#functions/runtime";

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
  const answer = Entity.automaticAnswer(entity, { isUrgent, language: state.labels?.language, now: runtime.now() });
  if (answer === undefined || state.channel === "secure") return;
  const { opensAt, reason, text } = answer;
  const visibility = isUrgent ? "private" : state.visibility;
  const blocked = await blockedIn(runtime, { entity, visibility, text });
  if (blocked.length > 0) {
    await withholdAutomatic(runtime, key, { reason, blocked, ...(opensAt === undefined ? {} : { opensAt }) });
    return;
  }
  const kept = await keepAutomatic(runtime, key, {
    occasion: ["automatic", reason, opensAt ?? ""],
    channel: state.channel,
    visibility,
    text,
    inReplyTo: message.id,
  });
  await obey(runtime, key, {
    command: {
      type: "answer-automatically",
      ...kept,
      reason,
      visibility,
      ...(opensAt === undefined ? {} : { opensAt }),
    },
    commitId: `automatic:${kept.messageId}`,
    actor: { kind: "system", id: "automatic" },
  });
};
