/** ISO 8601 in UTC with milliseconds: "2026-11-23T09:00:00.000Z". */
export type Instant = string;

export const channels = [
  "x.mention",
  "x.dm",
  "facebook.comment",
  "messenger",
  "instagram.comment",
  "instagram.dm",
  "whatsapp",
  "secure",
] as const;
export type Channel = (typeof channels)[number];

/** Who signs and sends: X for its own, Meta for the other three. */
export type Sender = "x" | "meta";

type Visibility = "public" | "private";
type Direction = "inbound" | "outbound";

/** What an update does. `revoke` is an authorisation taken back; a message taken back is `delete`. */
export type Op =
  | "message"
  | "edit"
  | "delete"
  | "hide"
  | "unhide"
  | "reaction"
  | "reaction_removed"
  | "repost"
  | "postback"
  | "read"
  | "delivered"
  | "status"
  | "handover"
  | "policy"
  | "optin"
  | "referral"
  | "system"
  | "preference"
  | "encrypted_message"
  | "revoke"
  | "error"
  | "control"
  | "ignore";

/** A file or card a customer sent. The original is never kept: only where it can be asked for, how, and until when. */
export type RawAttachment = {
  /** The platform's own word: image, photo, video, audio, document, sticker, location, contacts, story_mention … */
  type: string;
  /** A URL, or the media id to ask the platform with. */
  reference?: string;
  /** What the reference needs: nothing, a bearer token of the page or phone number, or the X user's OAuth token. */
  token?: "none" | "account" | "x-user";
  /** When the reference stops working, where the platform says or promises it. */
  expiresAt?: Instant;
  mime?: string;
  sizeBytes?: number;
  altText?: string;
  fileName?: string;
};

/** Text that came with a message without being it: an agent may see it, so it is redacted like the message. */
export type Surrounding = {
  kind: "quoted" | "link" | "button" | "payload" | "location" | "contact-card" | "referral" | "story" | "order";
  text: string;
};

/**
 * What one update of a delivery says. Holds RAW customer text: it lives in memory only, between verification and redaction.
 * (accountId, op, externalId ?? targetId ?? contactId, revision) is the same for two deliveries of one update and differs between two updates.
 */
export type RawEvent = {
  op: Op;
  channel: Channel;
  visibility: Visibility;
  direction: Direction;
  /** Our account at the platform. Empty where a delivery names none (X filtered stream, a bare post). */
  accountId: string;
  authorId?: string;
  /** The customer, never the account (unless a delivery names one id for both ends). A WhatsApp user id (BSUID) goes before the phone number. */
  contactId?: string;
  /** Other ids of the same contact: a phone number beside a BSUID, the id before a change. */
  contactAliases?: string[];
  externalId?: string;
  /** The message this update is about: edited, deleted, hidden, reacted to, read, sent. */
  targetId?: string;
  /** What the message answers: a post, a comment, a quoted message; a story as "story:<id>". */
  parentId?: string;
  /** The platform's thread or root object: X conversation, Facebook post, Instagram media; the contact where private. */
  threadId?: string;
  /** What sets one update of an object apart from another of the same object. May hold a digest of the text: use it keyed, don't print it. */
  revision?: string;
  occurredAt?: Instant;
  text?: string;
  author?: { name?: string; handle?: string };
  around?: Surrounding[];
  attachments: RawAttachment[];
  /** Our own marker, echoed back with an own message or a status. */
  metadata?: string;
  sourceAppId?: string;
  /** The finer name inside an op: a status, a reaction, a handover verb, a system change, what was ignored. Never content. */
  kind?: string;
  /** A reaction's emoji, as written. */
  emoji?: string;
  /** Everything up to here was read or delivered. */
  until?: Instant;
  /** A platform's error code, where the update carries one. */
  code?: string;
  /** A message we cannot show: say so in its place. "not-delivered": the platform names it and must be asked for its text. */
  unreadable?: "unsupported" | "encrypted" | "not-delivered";
  /** Another application owns the thread (standby): shown, not answered here. */
  handledElsewhere?: true;
  /** Tags of the listening rules that matched (X filtered stream). */
  rules?: string[];
};

type Draft<T> = { [K in keyof T]: T[K] | undefined };
type Given = "op" | "channel" | "visibility" | "direction" | "accountId";

/** An event of what is known: what is undefined or empty is left out. */
export const event = (draft: Draft<Partial<RawEvent>> & Pick<RawEvent, Given>): RawEvent =>
  Object.assign({ attachments: [], accountId: "" }, compact(draft)) as unknown as RawEvent;

/** The same object without its undefined, "" and [] values. */
export const compact = <T extends object>(draft: Draft<T>): T =>
  Object.fromEntries(
    Object.entries(draft).filter(([, value]) => value !== undefined && value !== "" && !isEmptyList(value)),
  ) as T;

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
