import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import type * as Store from "#core/store";
import { blockedIn, keepAutomatic, type Runtime, withholdAutomatic } from "#functions/runtime";

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
  const { channel, lastInboundAt, lastInboundId, visibility } = state;
  const window = Channel.replyWindow(channel, lastInboundAt, runtime.now());
  if (
    entity === undefined ||
    text === undefined ||
    window.mode !== "free" ||
    lastInboundId === undefined ||
    channel === "secure"
  )
    return {};
  const blocked = await blockedIn(runtime, { entity, visibility, text });
  if (blocked.length > 0) {
    await withholdAutomatic(runtime, key, { reason: "satisfaction", blocked });
    return {};
  }
  const words = { channel, text, visibility: "private", inReplyTo: lastInboundId } as const;
  return { question: await keepAutomatic(runtime, key, { ...words, occasion: ["satisfaction"] }) };
};
