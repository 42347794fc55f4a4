import type { Instant } from "../event.ts";
import { replyWindow } from "../limit/index.ts";
import { type Outgoing, type PlatformRequest, segment } from "../outgoing.ts";

/**
 * A private message as the Page. `metadata` comes back with the echo. Beyond 24 hours what a person wrote is tagged HUMAN_AGENT; the other
 * tags ended on 27 April 2026. Source: developers.facebook.com/docs/messenger-platform/reference/send-api.
 */
export const composeMessage = (outgoing: Outgoing, now: Instant): PlatformRequest => ({
  method: "POST",
  path: `/${segment(outgoing.accountId)}/messages`,
  body: {
    recipient: { id: outgoing.recipientId },
    ...messagingType(outgoing, now),
    message: { ...contentOf(outgoing), metadata: outgoing.marker },
  },
  retrySafe: false,
});

/** A text or a file, which goes by the id that its upload was given. */
export const contentOf = ({ file, text }: Outgoing) =>
  file
    ? { attachment: { type: file.kind === "picture" ? "image" : "file", payload: { attachment_id: file.mediaId } } }
    : { text };

/**
 * One private message in answer to a public comment, within seven days; Meta itself refuses a second.
 * Source: developers.facebook.com/docs/messenger-platform/discovery/private-replies.
 */
export const composePrivateReply = ({ accountId, inReplyTo, text, marker }: Outgoing): PlatformRequest => ({
  method: "POST",
  path: `/${segment(accountId)}/messages`,
  body: { recipient: { comment_id: inReplyTo }, message: { text, metadata: marker } },
  retrySafe: true,
});

/** RESPONSE inside the window; the human-agent tag where only that goes. */
export const messagingType = ({ channel, lastInboundAt, humanAgent }: Outgoing, now: Instant) =>
  humanAgent && replyWindow(channel, lastInboundAt, now).mode === "human-agent"
    ? ({ messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" } as const)
    : ({ messaging_type: "RESPONSE" } as const);
