import { idOf, nodeOf } from "./json.ts";
import type { FileKind } from "./limit/index.ts";
import { type PlatformChannel, segment } from "./outgoing.ts";

/** A file on its way to a platform: multipart/form-data, with the file itself under `fileField`. Doing it twice makes one that nobody sees. */
export type Upload = {
  /** Below the platform's base URL. */
  path: string;
  fields: Readonly<Record<string, string>>;
  fileField: string;
};

/** What a file is sent as. */
export const MIME_TYPES: { readonly [K in FileKind]: string } = { picture: "image/jpeg", document: "application/pdf" };

/**
 * Gives a platform a file before the message that shows it. Undefined for a channel that takes none.
 * X: docs.x.com, POST /2/media/upload. Messenger and Instagram: developers.facebook.com/docs/messenger-platform/reference/attachment-upload-api.
 * WhatsApp: developers.facebook.com/docs/whatsapp/cloud-api/reference/media.
 */
export const composeUpload = (channel: PlatformChannel, accountId: string, kind: FileKind): Upload | undefined => {
  switch (channel) {
    case "x.dm":
      return {
        path: "/2/media/upload",
        fields: { media_category: "dm_image", media_type: MIME_TYPES[kind] },
        fileField: "media",
      };
    case "messenger":
      return messagingUpload(`/${segment(accountId)}/message_attachments`, kind);
    case "instagram.dm":
      return messagingUpload(`/${segment(accountId)}/message_attachments?platform=instagram`, kind);
    case "whatsapp":
      return {
        path: `/${segment(accountId)}/media`,
        fields: { messaging_product: "whatsapp", type: MIME_TYPES[kind] },
        fileField: "file",
      };
    default:
      return undefined;
  }
};

const messagingUpload = (path: string, kind: FileKind): Upload => {
  const type = kind === "picture" ? "image" : "file";
  const message = JSON.stringify({ attachment: { type, payload: { is_reusable: true } } });
  return { path, fields: { message }, fileField: "filedata" };
};

/** The id that the platform gave the file. */
export const uploadedId = (responseBody: unknown): string | undefined => {
  const body = nodeOf(responseBody);
  return idOf(body["attachment_id"], nodeOf(body["data"])["id"], body["id"]);
};
