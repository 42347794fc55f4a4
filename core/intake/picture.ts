import type * as Channel from "#core/channel";

/** How the platforms call pictures. A film, a file or a voice is not looked into. */
const pictureTypes: ReadonlySet<string> = new Set(["image", "photo", "sticker"]);

/**
 * Whether an attachment is a picture that may be fetched. Instagram's stories are not: Meta forbids to store them
 * (Instagram Platform, "Webhooks": story mentions).
 */
export const isPicture = (
  attachment: Channel.RawAttachment,
  { direction }: Pick<Channel.RawEvent, "direction">,
): boolean => direction === "inbound" && pictureTypes.has(attachment.type) && attachment.reference !== undefined;
