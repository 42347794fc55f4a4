import type { Channel, Instant } from "./event.ts";
import type { FileKind } from "./limit/index.ts";

/** Every channel but our own secure page, which sends nothing anywhere. */
export type PlatformChannel = Exclude<Channel, "secure">;

/** Something to do at a platform for an agent: an answer, an answer in private to a public comment, or a moderation of a comment. */
export type Outgoing = {
  channel: PlatformChannel;
  accountId: string;
  action?: "reply" | "private-reply" | "hide" | "unhide" | "delete";
  text: string;
  /** The message answered or moderated. Needed for everything public. */
  inReplyTo?: string;
  /** Instagram: the media of somebody else in which we are named, be it in its caption or in the comment that is answered. */
  mentionedIn?: string;
  /** The contact's platform id. Needed for everything private but a private reply. */
  recipientId?: string;
  /** The customer's last message, from which the window counts. */
  lastInboundAt?: Instant;
  /** A person wrote it: beyond 24 hours Meta takes nothing else. */
  humanAgent?: boolean;
  /** Our message id, sent along where the platform echoes it, so that the echo is recognised before the answer's own id is known. */
  marker: string;
  /** A file that the platform has already, by the id it gave it; `text` is what stands with it. */
  file?: { kind: FileKind; mediaId: string; name: string };
  /** X: the link below a public reply that opens a private message to us. */
  directMessageDeepLink?: string;
  /** WhatsApp, beyond its window: an approved template. */
  template?: { name: string; language: string; parameters: readonly string[] };
};

/** The platform's real request, without credentials. */
export type PlatformRequest = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the platform's base URL. */
  path: string;
  /** To be sent as JSON; undefined for none. */
  body: unknown;
  /** Doing it twice does what doing it once does: the platform itself takes only the first. */
  retrySafe: boolean;
};

/** An id as a segment of a path: it can hold anything. */
export const segment = (id: string | undefined): string => encodeURIComponent(id ?? "");
