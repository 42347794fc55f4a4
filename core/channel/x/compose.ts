import { type Outgoing, type PlatformRequest, segment } from "../outgoing.ts";

/** A public reply, or its moderation. Source: docs.x.com, POST /2/tweets, PUT /2/tweets/:id/hidden, DELETE /2/tweets/:id. */
export const composePost = ({
  action = "reply",
  text,
  inReplyTo,
  directMessageDeepLink,
}: Outgoing): PlatformRequest => {
  const path = `/2/tweets/${segment(inReplyTo)}`;
  if (action === "hide" || action === "unhide") {
    return { method: "PUT", path: `${path}/hidden`, body: { hidden: action === "hide" }, retrySafe: true };
  }
  if (action === "delete") return { method: "DELETE", path, body: undefined, retrySafe: true };
  const reply = { text, ...(inReplyTo && { reply: { in_reply_to_tweet_id: inReplyTo } }) };
  const body = directMessageDeepLink ? { ...reply, direct_message_deep_link: directMessageDeepLink } : reply;
  return { method: "POST", path: "/2/tweets", body, retrySafe: false };
};

/** Opens a private message to an account: X shows it as a button below the post. Source: docs.x.com, POST /2/tweets, `direct_message_deep_link`. */
export const directMessageLink = (accountId: string): string =>
  `https://twitter.com/messages/compose?recipient_id=${segment(accountId)}`;

/** A private message. Source: docs.x.com, POST /2/dm_conversations/with/:participant_id/messages. */
export const composeDirectMessage = ({ file, text, recipientId }: Outgoing): PlatformRequest => ({
  method: "POST",
  path: `/2/dm_conversations/with/${segment(recipientId)}/messages`,
  body: { ...((text !== "" || !file) && { text }), ...(file && { attachments: [{ media_id: file.mediaId }] }) },
  retrySafe: false,
});
