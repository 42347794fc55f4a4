import type { Instant } from "../event.ts";
import { contentOf, messagingType } from "../messenger/compose.ts";
import { type Outgoing, type PlatformRequest, segment } from "../outgoing.ts";

/** A reply to a comment, or its moderation. Source: developers.facebook.com/docs/instagram-platform/comment-moderation. */
export const composeComment = (outgoing: Outgoing): PlatformRequest => {
  const { action = "reply", accountId, mentionedIn, text, inReplyTo } = outgoing;
  const path = `/${segment(inReplyTo)}`;
  if (action === "private-reply") {
    const body = { recipient: { comment_id: inReplyTo }, message: { text } };
    return { method: "POST", path: `/${segment(accountId)}/messages`, body, retrySafe: true };
  }
  if (action === "delete") return { method: "DELETE", path, body: undefined, retrySafe: true };
  if (action === "reply" && mentionedIn) return composeMentionReply(outgoing, mentionedIn);
  if (action === "reply") return { method: "POST", path: `${path}/replies`, body: { message: text }, retrySafe: false };
  return { method: "POST", path, body: { hide: action === "hide" }, retrySafe: true };
};

/**
 * An answer to who named us on their own media; without a comment it goes below the caption.
 * Source: developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentions.
 */
const composeMentionReply = ({ accountId, inReplyTo, text }: Outgoing, mediaId: string): PlatformRequest => ({
  method: "POST",
  path: `/${segment(accountId)}/mentions`,
  body: { media_id: mediaId, ...(inReplyTo !== mediaId && { comment_id: inReplyTo }), message: text },
  retrySafe: false,
});

/** A private message. Instagram echoes no metadata. Source: developers.facebook.com/docs/instagram-platform (messaging). */
export const composeMessage = (outgoing: Outgoing, now: Instant): PlatformRequest => ({
  method: "POST",
  path: `/${segment(outgoing.accountId)}/messages`,
  body: { recipient: { id: outgoing.recipientId }, ...messagingType(outgoing, now), message: contentOf(outgoing) },
  retrySafe: false,
});
