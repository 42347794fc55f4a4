import * as MetaSignature from "./meta/signature.ts";
import { directMessageLink } from "./x/compose.ts";
import * as XSignature from "./x/signature.ts";

export { accepted, BASE_URLS, compose } from "./compose.ts";
export {
  type Channel,
  channels,
  type Instant,
  type Op,
  type RawAttachment,
  type RawEvent,
  type Sender,
} from "./event.ts";
export {
  countText,
  type FileKind,
  filesOf,
  MOST_FILE_BYTES,
  privateReplyWindow,
  type ReplyWindow,
  replyWindow,
} from "./limit/index.ts";
export { asSibling } from "./meta/sibling.ts";
export { type Normalised, normalise } from "./normalise.ts";
export type { Outgoing, PlatformChannel, PlatformRequest } from "./outgoing.ts";
export { isWait, type SendError, tellRefusal } from "./refusal.ts";
export { sendError } from "./send-error.ts";
export { lookAt, type Standing, standingOf } from "./standing.ts";
export { composeUpload, MIME_TYPES, type Upload, uploadedId } from "./upload.ts";

/** Whether the platform signed these bytes: (raw body, signature header, accepted secrets) -> boolean. */
export const verify = { x: XSignature.verify, meta: MetaSignature.verify };
export const x = { crcResponse: XSignature.crcResponse, directMessageLink };
export const meta = { subscriptionChallenge: MetaSignature.subscriptionChallenge };
