import { compact, event, type RawAttachment, type RawEvent, type Surrounding } from "../event.ts";
import { instantOf } from "../instant.ts";
import { idOf, itemsOf, kindOf, type Node, nodeOf, nodesOf, textOf } from "../json.ts";
import { personOf } from "./person.ts";
import { publicBy } from "./post.ts";
import { unescaped } from "./text.ts";

/**
 * A tweet of API v1.1, as the Account Activity API delivers it. Numeric ids are rounded by X itself: the `_str` ones go first.
 * `truncated` tweets have their text in `extended_tweet`. Source: docs.x.com, x-api/account-activity and the v1.1 tweet object.
 */
export const readTweet = (tweet: Node, accountId: string): RawEvent => {
  const user = nodeOf(tweet["user"]);
  const externalId = tweetId(tweet);
  const firstId = idOf(nodeOf(tweet["edit_history"])["initial_tweet_id"]);
  const reposted = tweetId(nodeOf(tweet["retweeted_status"]));
  const parentId = idOf(tweet["in_reply_to_status_id_str"], tweet["in_reply_to_status_id"]);
  const isEdit = firstId !== undefined && firstId !== externalId;
  return event({
    op: reposted ? "repost" : isEdit ? "edit" : "message",
    ...publicBy(userId(user), accountId),
    author: personOf(user),
    externalId,
    targetId: reposted ?? (isEdit ? firstId : undefined),
    parentId,
    threadId: parentId ?? externalId,
    occurredAt: instantOf(tweet["created_at"], tweet["timestamp_ms"]),
    // A repost's own text is a cut copy of the other post.
    text: reposted ? undefined : textIn(tweet),
    around: [...quoted(tweet)],
    attachments: mediaOf(tweet),
  });
};

export const tweetId = (tweet: Node): string | undefined => idOf(tweet["id_str"], tweet["id"]);
export const userId = (user: Node): string | undefined => idOf(user["id_str"], user["id"]);

const textIn = (tweet: Node): string | undefined =>
  unescaped(textOf(nodeOf(tweet["extended_tweet"])["full_text"], tweet["full_text"], tweet["text"]));

const quoted = (tweet: Node): Surrounding[] => {
  const text = textIn(nodeOf(tweet["quoted_status"]));
  return text ? [{ kind: "quoted", text }] : [];
};

/** `extended_entities` alone lists every photo; `entities` has the first. */
const mediaOf = (tweet: Node): RawAttachment[] => {
  const extended = nodeOf(tweet["extended_tweet"]);
  const places = [extended["extended_entities"], tweet["extended_entities"], extended["entities"], tweet["entities"]];
  const media = places.map((place) => itemsOf(nodeOf(place)["media"])).find((list) => list.length > 0);
  return nodesOf(media).map((item) => mediaAttachment(item, "none"));
};

/** A photo, video or GIF; what hangs on a private message needs the user's own token. */
export const mediaAttachment = (media: Node, token: "none" | "x-user"): RawAttachment => {
  const film = nodesOf(nodeOf(media["video_info"])["variants"]).find(
    (variant) => variant["content_type"] === "video/mp4",
  );
  const reference =
    textOf(film?.["url"], media["media_url_https"], media["media_url"]) ?? idOf(media["id_str"], media["id"]);
  return compact<RawAttachment>({
    type: kindOf(media["type"]) ?? "media",
    reference,
    token: reference ? token : undefined,
    expiresAt: undefined,
    mime: textOf(film?.["content_type"]),
    sizeBytes: undefined,
    altText: textOf(media["ext_alt_text"]),
    fileName: undefined,
  });
};
