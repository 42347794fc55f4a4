import * as Channel from "#core/channel";
import type * as Conversation from "#core/conversation";
import * as Identity from "#core/identity";
import type * as Store from "#core/store";
import { type Runtime, readKept } from "#functions/runtime";
import { wordsOf } from "./offer.ts";

/** An answer with what it takes to send it. */
export type Answered = Channel.Outgoing & {
  readonly answeredId: string;
  readonly attachment: Store.Attachment | undefined;
};

/** The reply with the platform ids it needs, opened for this call only. */
export const outgoingOf = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  state: Conversation.Conversation,
  channel: Channel.PlatformChannel,
  messageId: string,
): Promise<Answered | undefined> => {
  const body = await runtime.store.readBody(key, messageId);
  const answeredId = body?.inReplyTo;
  const answered = answeredId === undefined ? undefined : await readKept(runtime, state, answeredId);
  if (body === undefined || answeredId === undefined || answered?.address === undefined) return undefined;
  const pending = state.outbox.find((each) => each.messageId === messageId);
  const words = await wordsOf(runtime, key, state, { text: body.text, handoffId: pending?.handoffId });
  if (words === undefined) return undefined;
  const addressKey = await runtime.secrets.read("ADDRESS_KEY");
  const address = await Identity.openAddress(answered.address, addressKey);
  const { contactId = address.contactId } =
    answered.movedTo === undefined ? {} : await Identity.openAddress(answered.movedTo, addressKey);
  return {
    ...wayOf(channel, state.visibility === "public" && body.visibility === "private"),
    accountId: state.accountId,
    ...words,
    marker: messageId,
    humanAgent: pending?.automatic !== true || pending.handoffId !== undefined,
    answeredId,
    attachment: body.attachments[0],
    ...(body.invitesPrivately === true ? { directMessageDeepLink: Channel.x.directMessageLink(state.accountId) } : {}),
    ...(address.externalId === undefined ? {} : { inReplyTo: address.externalId }),
    ...(address.isMention === true && address.threadId !== undefined ? { mentionedIn: address.threadId } : {}),
    ...(contactId === undefined ? {} : { recipientId: contactId }),
    ...(state.lastInboundAt === undefined ? {} : { lastInboundAt: state.lastInboundAt }),
  };
};

/** A private answer to something public: X has direct messages for it, Meta a private reply to the comment. */
const wayOf = (
  channel: Channel.PlatformChannel,
  isInPrivate: boolean,
): Pick<Channel.Outgoing, "channel" | "action"> => {
  if (!isInPrivate) return { channel };
  return channel === "x.mention" ? { channel: "x.dm" } : { channel, action: "private-reply" };
};
