import { accounts } from "../../account.ts";
import type { Entry, Thread } from "../world.ts";
import { appId, changedAt, instagram, millisecondsOf, type Notice, page, type Voice } from "./voice.ts";

type Place = { readonly accountId: string; readonly deliver: typeof page };

const places: Readonly<Record<"messenger" | "instagram", Place>> = {
  messenger: { accountId: accounts.facebook.id, deliver: page },
  instagram: { accountId: accounts.instagram.id, deliver: instagram },
};

/** An item of `messaging[]`, from the customer or, for the bank's own, to them. */
const item = (
  { accountId, deliver }: Place,
  thread: Thread,
  { part, time, isEcho = false }: { part: object; time: number; isEcho?: boolean },
): Notice => {
  const ends = [{ id: thread.privateId }, { id: accountId }];
  const [sender, recipient] = isEcho ? ends.toReversed() : ends;
  return deliver(time, { messaging: [{ sender, recipient, timestamp: time, ...part }] });
};

/** Source: developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages. Instagram echoes no metadata. */
const messageOf = (place: Place, entry: Entry) => {
  const marker = place === places.messenger && entry.marker !== undefined ? { metadata: entry.marker } : {};
  const echo = entry.from === "bank" ? { is_echo: true, app_id: appId, ...marker } : {};
  return {
    ...echo,
    mid: entry.id,
    ...(entry.text === "" ? {} : { text: entry.text }),
    ...attachmentsOf(entry),
    ...(entry.inReplyTo === undefined ? {} : { reply_to: { mid: entry.inReplyTo } }),
  };
};

const attachmentsOf = ({ isStory, pictures = [] }: Entry) =>
  pictures.length === 0
    ? {}
    : { attachments: pictures.map((url) => ({ type: isStory ? "story_mention" : "image", payload: { url } })) };

const voiceOf = (place: Place): Voice => ({
  said: (thread, entry) =>
    item(place, thread, {
      part: { message: messageOf(place, entry) },
      time: millisecondsOf(entry.at),
      isEcho: entry.from === "bank",
    }),
  edited: (thread, entry) =>
    item(place, thread, {
      part: { message_edit: { mid: entry.id, text: entry.text, num_edit: entry.edits ?? 1 } },
      time: millisecondsOf(changedAt(entry)),
    }),
  removed: (thread, { id }) =>
    item(place, thread, { part: { message: { mid: id, is_deleted: true } }, time: Date.now() }),
  reacted: (thread, { id }, emoji) =>
    item(place, thread, {
      part: { reaction: { mid: id, action: emoji === undefined ? "unreact" : "react", reaction: "love", emoji } },
      time: Date.now(),
    }),
  marked: (thread, entry, standing) => {
    const mark = place === places.messenger ? messengerMark(entry, standing) : instagramMark(entry, standing);
    return mark === undefined ? undefined : item(place, thread, { part: mark, time: Date.now() });
  },
});

/** Everything up to the watermark: messages/message-reads and message-deliveries. */
const messengerMark = ({ at, id }: Entry, standing: string): object | undefined => {
  const watermark = millisecondsOf(at);
  if (standing === "read") return { read: { watermark } };
  return standing === "delivered" ? { delivery: { mids: [id], watermark } } : undefined;
};

/** `messaging_seen` names the message; Instagram does not tell that it was delivered. */
const instagramMark = ({ id }: Entry, standing: string): object | undefined =>
  standing === "read" ? { read: { mid: id } } : undefined;

export const messenger: Voice = voiceOf(places.messenger);
export const instagramMessage: Voice = voiceOf(places.instagram);
