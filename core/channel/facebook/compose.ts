import { composePrivateReply } from "../messenger/compose.ts";
import { type Outgoing, type PlatformRequest, segment } from "../outgoing.ts";

/** A reply below a comment or post, or its moderation. Source: developers.facebook.com/docs/graph-api/reference/comment. */
export const composeComment = (outgoing: Outgoing): PlatformRequest => {
  const { action = "reply", text, inReplyTo } = outgoing;
  const path = `/${segment(inReplyTo)}`;
  if (action === "private-reply") return composePrivateReply(outgoing);
  if (action === "delete") return { method: "DELETE", path, body: undefined, retrySafe: true };
  if (action === "reply")
    return { method: "POST", path: `${path}/comments`, body: { message: text }, retrySafe: false };
  return { method: "POST", path, body: { is_hidden: action === "hide" }, retrySafe: true };
};
