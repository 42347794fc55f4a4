import { event, type RawEvent } from "../event.ts";
import { instantOf } from "../instant.ts";
import { idOf, itemsOf, type Node, nodeOf, tableOf, textOf, wordOf } from "../json.ts";
import { readReceipts } from "./activity.ts";
import { privateBetween, readDirectMessages } from "./direct-message.ts";
import { personOf } from "./person.ts";
import { publicBy } from "./post.ts";
import { readTweet, tweetId, userId } from "./tweet.ts";

/**
 * A delivery of the Account Activity API, which X is retiring: `for_user_id` and lists named `…_events`. Every list of a delivery is read.
 * Source: docs.x.com, x-api/account-activity/introduction.
 */
export const readAccountActivity = (body: Node): RawEvent[] => {
  const accountId = idOf(body["for_user_id"]) ?? "";
  const revocation = nodeOf(body["user_event"])["revoke"];
  const lists = Object.keys(body).filter((key) => key.endsWith("_events"));
  return [
    ...(revocation ? [readRevocation(nodeOf(revocation))] : []),
    ...lists.flatMap((key) => readList(key, body, accountId)),
  ];
};

const readList = (key: string, body: Node, accountId: string): RawEvent[] => {
  if (key === "direct_message_events") return readDirectMessages(body, accountId);
  if (key === "direct_message_mark_read_events")
    return itemsOf(body[key]).length > 0 ? readReceipts(body, accountId) : [];
  const read = READERS.get(key) ?? readOther(key);
  return itemsOf(body[key]).map((item) => read(nodeOf(item), accountId));
};

type Reader = (item: Node, accountId: string) => RawEvent;

const READERS = tableOf<Reader>({
  tweet_create_events: readTweet,
  tweet_delete_events: (item, accountId) => {
    const status = nodeOf(item["status"]);
    return event({
      op: "delete",
      ...publicBy(idOf(status["user_id"]), accountId),
      targetId: tweetId(status),
      occurredAt: instantOf(item["timestamp_ms"]),
    });
  },
  favorite_events: (item, accountId) =>
    event({
      op: "reaction",
      ...publicBy(userId(nodeOf(item["user"])), accountId),
      author: personOf(item["user"]),
      externalId: idOf(item["id"]),
      targetId: tweetId(nodeOf(item["favorited_status"])),
      occurredAt: instantOf(item["timestamp_ms"], item["created_at"]),
      kind: "like",
    }),
  direct_message_indicate_typing_events: (item, accountId) =>
    event({
      op: "ignore",
      ...privateBetween(idOf(item["sender_id"]), idOf(nodeOf(item["target"])["recipient_id"]), accountId),
      occurredAt: instantOf(item["created_timestamp"]),
      kind: "typing",
    }),
});

/** Follows, blocks, mutes and whatever comes next: `type` tells follow from unfollow. */
const readOther =
  (key: string): Reader =>
  (item, accountId) =>
    event({
      op: "ignore",
      ...publicBy(userId(nodeOf(item["source"])), accountId),
      occurredAt: instantOf(item["created_timestamp"]),
      kind: wordOf(textOf(item["type"]) ?? key),
    });

/** Names no `for_user_id`: the account that left is the source. */
const readRevocation = (revocation: Node): RawEvent =>
  event({
    op: "revoke",
    ...publicBy(undefined, idOf(nodeOf(revocation["source"])["user_id"]) ?? ""),
    occurredAt: instantOf(revocation["date_time"]),
    sourceAppId: idOf(nodeOf(revocation["target"])["app_id"]),
    revision: instantOf(revocation["date_time"]),
  });
