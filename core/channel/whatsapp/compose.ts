import { type Outgoing, type PlatformRequest, segment } from "../outgoing.ts";
import { isUserId } from "./person.ts";

/**
 * A text, or beyond the service window an approved template. `biz_opaque_callback_data` (up to 512 characters) comes back with every
 * status. A business-scoped user id goes in `recipient`, a phone number in `to`.
 * Source: developers.facebook.com/docs/whatsapp/cloud-api/reference/messages.
 */
export const composeMessage = ({
  accountId,
  recipientId = "",
  text,
  inReplyTo,
  marker,
  template,
  file,
}: Outgoing): PlatformRequest => ({
  method: "POST",
  path: `/${segment(accountId)}/messages`,
  body: {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...(isUserId(recipientId) ? { recipient: recipientId } : { to: recipientId }),
    ...(template
      ? templateOf(template)
      : file
        ? fileOf(file, text)
        : { type: "text", text: { body: text, preview_url: false } }),
    ...(inReplyTo && { context: { message_id: inReplyTo } }),
    biz_opaque_callback_data: marker,
  },
  retrySafe: false,
});

const fileOf = ({ kind, mediaId, name }: NonNullable<Outgoing["file"]>, text: string) => {
  const caption = text === "" ? {} : { caption: text };
  return kind === "picture"
    ? { type: "image", image: { id: mediaId, ...caption } }
    : { type: "document", document: { id: mediaId, filename: name, ...caption } };
};

const templateOf = ({ name, language, parameters }: NonNullable<Outgoing["template"]>) => ({
  type: "template",
  template: {
    name,
    language: { code: language },
    ...(parameters.length > 0 && {
      components: [{ type: "body", parameters: parameters.map((text) => ({ type: "text", text })) }],
    }),
  },
});
