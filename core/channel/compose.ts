import type { Instant, Sender } from "./event.ts";
import * as Facebook from "./facebook/compose.ts";
import * as Instagram from "./instagram/compose.ts";
import { idOf, type Node, nodeOf, nodesOf } from "./json.ts";
import * as Messenger from "./messenger/compose.ts";
import type { Outgoing, PlatformChannel, PlatformRequest } from "./outgoing.ts";
import * as Whatsapp from "./whatsapp/compose.ts";
import * as X from "./x/compose.ts";

/** Where requests go unless the environment says otherwise. Graph versions live two years; v25.0 ends on 29 July 2028. */
export const BASE_URLS = {
  x: "https://api.x.com",
  meta: "https://graph.facebook.com/v25.0",
  instagram: "https://graph.instagram.com/v25.0",
} as const satisfies Record<Sender | "instagram", string>;

/** The request that does at the platform what an agent wants done. */
export const compose = (outgoing: Outgoing, now: Instant): PlatformRequest =>
  COMPOSERS[outgoing.channel](outgoing, now);

const COMPOSERS: { readonly [C in PlatformChannel]: (outgoing: Outgoing, now: Instant) => PlatformRequest } = {
  "x.mention": X.composePost,
  "x.dm": X.composeDirectMessage,
  "facebook.comment": Facebook.composeComment,
  messenger: Messenger.composeMessage,
  "instagram.comment": Instagram.composeComment,
  "instagram.dm": Instagram.composeMessage,
  whatsapp: Whatsapp.composeMessage,
};

/** What a platform says it made: the message's id, and the private id of whom a private reply reached. */
export const accepted = (
  channel: PlatformChannel,
  responseBody: unknown,
): { externalId?: string; recipientId?: string } => {
  const body = nodeOf(responseBody);
  const externalId = idOf(...MADE[channel](body));
  const recipientId = idOf(body["recipient_id"]);
  return { ...(externalId && { externalId }), ...(recipientId && { recipientId }) };
};

/** A private reply answers with a message id where a comment answers with its own. */
const MADE: { readonly [C in PlatformChannel]: (body: Node) => unknown[] } = {
  "x.mention": (body) => [nodeOf(body["data"])["id"]],
  "x.dm": (body) => [nodeOf(body["data"])["dm_event_id"], body["dm_event_id"]],
  "facebook.comment": (body) => [body["message_id"], body["id"]],
  messenger: (body) => [body["message_id"]],
  "instagram.comment": (body) => [body["message_id"], body["id"]],
  "instagram.dm": (body) => [body["message_id"]],
  whatsapp: (body) => [nodesOf(body["messages"])[0]?.["id"]],
};
