import type * as Channel from "#core/channel";

/** How the platforms call pictures. A film, a file or a voice is not looked into. */
const pictureTypes: ReadonlySet<string> = new Set(["image", "photo", "sticker"]);

/** Instagram's words for a story that names the bank, and for one that a message answers. */
const storyTypes: ReadonlySet<string> = new Set(["story_mention", "story"]);

type Sent = Pick<Channel.RawEvent, "direction">;

/** Whether an attachment is a picture that is fetched when it comes, and kept for a day as an agent may see it. */
export const isPicture = (attachment: Channel.RawAttachment, { direction }: Sent): boolean =>
  direction === "inbound" && pictureTypes.has(attachment.type) && attachment.reference !== undefined;

/**
 * Whether it is a story: Meta forbids to store what it shows (Instagram Platform, "Webhooks": story mentions), so that
 * where it is asked for is all that is kept, sealed, and it is fetched each time somebody looks.
 */
export const isStory = (attachment: Channel.RawAttachment, { direction }: Sent): boolean =>
  direction === "inbound" && storyTypes.has(attachment.type) && attachment.reference !== undefined;
