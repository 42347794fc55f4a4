import { accounts } from "../../account.ts";
import { newId } from "../id.ts";
import type { Entry, Thread } from "../world.ts";
import { appId, type Notice, type Voice } from "./voice.ts";

/** Source: docs.x.com, x-api/activity/event-payloads. The account is `filter.user_id`. */
const activity = (
  eventType: string,
  at: string,
  { payload, includes }: { payload: unknown; includes?: unknown },
): Notice => ({
  sender: "x",
  payload: {
    data: {
      event_uuid: newId(Date.parse(at)),
      filter: { user_id: accounts.x.id },
      event_type: eventType,
      tag: "guichet",
      payload,
      ...(includes === undefined ? {} : { includes }),
    },
  },
});

const bank = { id: accounts.x.id, name: accounts.x.name, username: accounts.x.handle };
const userOf = ({ publicId, name, handle = name }: Thread) => ({ id: publicId, name, username: handle });
const keysOf = ({ id, pictures = [] }: Entry) => pictures.map((_, index) => `3_${id}${index}`);

const said = (thread: Thread, entry: Entry): Notice => {
  const fromCustomer = entry.inReplyTo === undefined ? "post.mention.create" : "post.reply.create";
  return activity(entry.from === "bank" ? "post.create" : fromCustomer, entry.editedAt ?? entry.at, {
    payload: postOf(thread, entry),
    includes: {
      users: [userOf(thread), bank],
      media: entry.pictures?.map((url, index) => ({ media_key: keysOf(entry)[index], type: "photo", url })) ?? [],
    },
  });
};

const postOf = (thread: Thread, entry: Entry) => {
  const isEcho = entry.from === "bank";
  const mentioned = isEcho ? userOf(thread) : bank;
  const start = entry.text.toLowerCase().indexOf(`@${mentioned.username.toLowerCase()}`);
  const span = { start, end: start + mentioned.username.length + 1 };
  const root = thread.entries.find(({ visibility }) => visibility === "public") ?? entry;
  return {
    id: entry.id,
    text: entry.text,
    author_id: isEcho ? bank.id : thread.publicId,
    created_at: entry.editedAt ?? entry.at,
    conversation_id: root.earlierIds?.[0] ?? root.id,
    edit_history_tweet_ids: [...(entry.earlierIds ?? []), entry.id],
    entities: { mentions: start < 0 ? [] : [{ ...span, id: mentioned.id, username: mentioned.username }] },
    reply_settings: "everyone",
    ...(entry.pictures === undefined ? {} : { attachments: { media_keys: keysOf(entry) } }),
    ...(entry.inReplyTo === undefined
      ? {}
      : {
          in_reply_to_tweet_id: entry.inReplyTo,
          in_reply_to_user_id: mentioned.id,
          referenced_tweets: [{ type: "replied_to", id: entry.inReplyTo }],
        }),
  };
};

/** A like names the post and the event, not who likes. */
const reacted: Voice["reacted"] = (_, entry) =>
  activity("like.create", new Date().toISOString(), {
    payload: { id: newId(Date.now()), liked_tweet_id: entry.id, timestamp_ms: String(Date.now()) },
  });

/** Posts. What customers delete X does not tell. */
export const xPost: Voice = { said, edited: said, reacted };

const directMessage = (thread: Thread, entry: Entry): Notice => {
  const isEcho = entry.from === "bank";
  const message = {
    type: "message_create",
    id: entry.id,
    created_timestamp: String(Date.parse(entry.at)),
    message_create: {
      target: { recipient_id: isEcho ? thread.privateId : bank.id },
      sender_id: isEcho ? bank.id : thread.privateId,
      ...(isEcho ? { source_app_id: String(appId) } : {}),
      message_data: {
        text: entry.text,
        entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] },
        ...attachmentOf(entry),
      },
    },
  };
  const users = Object.fromEntries([userOf(thread), bank].map((user) => [user.id, { data: user }]));
  const payload = { direct_message_events: [message], users };
  return activity(isEcho ? "dm.sent" : "dm.received", entry.at, { payload });
};

/** A private message of X carries one picture. */
const attachmentOf = ({ id, pictures: [picture] = [] }: Entry) =>
  picture === undefined
    ? {}
    : { attachment: { type: "media", media: { id_str: `${id}0`, type: "photo", media_url_https: picture } } };

/** X tells that somebody read, not that it was delivered. */
const marked: Voice["marked"] = (thread, entry, standing) =>
  standing === "read"
    ? activity("dm.read", new Date().toISOString(), {
        payload: {
          sender_id: thread.privateId,
          target: { recipient_id: bank.id },
          created_timestamp: String(Date.now()),
          last_read_event_id: entry.id,
        },
      })
    : undefined;

/** Private messages cannot be edited on X, and what is deleted is not told. */
export const xDirectMessage: Voice = { said: directMessage, marked };
