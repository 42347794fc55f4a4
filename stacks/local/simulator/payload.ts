import { accounts } from "../account.ts";
import { newId } from "./id.ts";
import type { Sender } from "./webhook.ts";
import type { Entry, Thread } from "./world.ts";

/** The post of the Page that everybody comments on. */
export const pagePostId = `${accounts.facebook.id}_700100200300`;
/** The bank's own application at Meta and X: the echo of what it sent carries it. */
const appId = 900100200900;

/** What the platform tells the bank about an entry: a customer's message, or the echo of the bank's own. */
export const payloadOf = (thread: Thread, entry: Entry): { sender: Sender; payload: unknown } => {
  if (thread.platform === "x") {
    return {
      sender: "x",
      payload: entry.visibility === "public" ? xPost(thread, entry) : xDirectMessage(thread, entry),
    };
  }
  return {
    sender: "meta",
    payload: entry.visibility === "public" ? pageComment(thread, entry) : pageMessage(thread, entry),
  };
};

/** Source: docs.x.com, x-api/activity/event-payloads. The account is `filter.user_id`. */
const activity = (eventType: string, at: string, { payload, includes }: { payload: unknown; includes?: unknown }) => ({
  data: {
    event_uuid: newId(Date.parse(at)),
    filter: { user_id: accounts.x.id },
    event_type: eventType,
    tag: "guichet",
    payload,
    ...(includes === undefined ? {} : { includes }),
  },
});

const xPost = (thread: Thread, entry: Entry) => {
  const isEcho = entry.from === "bank";
  const mentioned = isEcho ? userOf(thread) : bank;
  const start = entry.text.toLowerCase().indexOf(`@${mentioned.username.toLowerCase()}`);
  const span = { start, end: start + mentioned.username.length + 1 };
  const payload = {
    id: entry.id,
    text: entry.text,
    author_id: isEcho ? bank.id : thread.publicId,
    created_at: entry.at,
    conversation_id: thread.entries.find(({ visibility }) => visibility === "public")?.id ?? entry.id,
    edit_history_tweet_ids: [entry.id],
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
  const fromCustomer = entry.inReplyTo === undefined ? "post.mention.create" : "post.reply.create";
  return activity(isEcho ? "post.create" : fromCustomer, entry.at, {
    payload,
    includes: {
      users: [userOf(thread), bank],
      media: entry.pictures?.map((url, index) => ({ media_key: keysOf(entry)[index], type: "photo", url })) ?? [],
    },
  });
};

const keysOf = ({ id, pictures = [] }: Entry) => pictures.map((_, index) => `3_${id}${index}`);

const xDirectMessage = (thread: Thread, entry: Entry) => {
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
        ...xAttachment(entry),
      },
    },
  };
  const users = Object.fromEntries([userOf(thread), bank].map((user) => [user.id, { data: user }]));
  const payload = { direct_message_events: [message], users };
  return activity(isEcho ? "dm.sent" : "dm.received", entry.at, { payload });
};

/** A private message of X carries one picture. */
const xAttachment = ({ id, pictures: [picture] = [] }: Entry) =>
  picture === undefined
    ? {}
    : { attachment: { type: "media", media: { id_str: `${id}0`, type: "photo", media_url_https: picture } } };

const bank = { id: accounts.x.id, name: accounts.x.name, username: accounts.x.handle };
const userOf = ({ publicId, name, handle = name }: Thread) => ({ id: publicId, name, username: handle });

/** Seconds for changes. Source: developers.facebook.com/docs/graph-api/webhooks/reference/page. */
const pageComment = (thread: Thread, entry: Entry) => {
  const seconds = Math.floor(Date.parse(entry.at) / 1000);
  const author = { id: thread.publicId, name: thread.name };
  const value = {
    from: entry.from === "bank" ? { id: accounts.facebook.id, name: accounts.facebook.name } : author,
    item: "comment",
    verb: "add",
    comment_id: entry.id,
    post_id: pagePostId,
    parent_id: entry.inReplyTo ?? pagePostId,
    created_time: seconds,
    message: entry.text,
    ...(entry.pictures === undefined ? {} : { photo: entry.pictures[0] }),
  };
  return { object: "page", entry: [{ id: accounts.facebook.id, time: seconds, changes: [{ field: "feed", value }] }] };
};

/** The Page hid a comment or showed it again. Source: developers.facebook.com/docs/graph-api/webhooks/reference/page. */
export const commentModerated = ({ id, isHidden }: { id: string; isHidden: boolean }) => {
  const seconds = Math.floor(Date.now() / 1000);
  const value = {
    from: { id: accounts.facebook.id, name: accounts.facebook.name },
    item: "comment",
    verb: isHidden ? "hide" : "unhide",
    comment_id: id,
    post_id: pagePostId,
    created_time: seconds,
  };
  return { object: "page", entry: [{ id: accounts.facebook.id, time: seconds, changes: [{ field: "feed", value }] }] };
};

/** Milliseconds for messages. Source: developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages. */
const pageMessage = (thread: Thread, entry: Entry) => {
  const isEcho = entry.from === "bank";
  const time = Date.parse(entry.at);
  const ends = [{ id: thread.privateId }, { id: accounts.facebook.id }];
  const [sender, recipient] = isEcho ? ends.toReversed() : ends;
  const echo = { is_echo: true, app_id: appId, ...(entry.marker === undefined ? {} : { metadata: entry.marker }) };
  const message = { ...(isEcho ? echo : {}), mid: entry.id, text: entry.text, ...pageAttachments(entry) };
  const messaging = [{ sender, recipient, timestamp: time, message }];
  return { object: "page", entry: [{ id: accounts.facebook.id, time, messaging }] };
};

const pageAttachments = ({ pictures = [] }: Entry) =>
  pictures.length === 0 ? {} : { attachments: pictures.map((url) => ({ type: "image", payload: { url } })) };
