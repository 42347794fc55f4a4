import type { Channel } from "../event.ts";

/** What an agent can send beside words. Pictures leave as JPEG. */
export type FileKind = "picture" | "document";

/** What a channel takes in private: which kinds, and how many characters may stand with one. Without any, words go on their own. */
type Room = { readonly kinds: readonly FileKind[]; readonly captionCharacters: number };

/**
 * X: one picture a message, with its text (docs.x.com, x-api/direct-messages/manage). Messenger and Instagram: a file or a text, never both
 * (developers.facebook.com/docs/messenger-platform/reference/send-api). WhatsApp: a caption of 1,024
 * (developers.facebook.com/docs/whatsapp/cloud-api/reference/messages).
 */
const FILES: { readonly [C in Channel]?: Room } = {
  "x.dm": { kinds: ["picture"], captionCharacters: 10_000 },
  messenger: { kinds: ["picture", "document"], captionCharacters: 0 },
  "instagram.dm": { kinds: ["picture", "document"], captionCharacters: 0 },
  whatsapp: { kinds: ["picture", "document"], captionCharacters: 1_024 },
};

export const filesOf = (channel: Channel): Room => FILES[channel] ?? { kinds: [], captionCharacters: 0 };

/** Every platform takes more (5 MB and up): this is what a request to a Lambda function holds (6 MB in base64). */
export const MOST_FILE_BYTES = 4 * 1024 * 1024;
