import { event, type RawEvent } from "../event.ts";
import { idOf, isNode, itemsOf, type Node, nodeOf, nodesOf, textOf, wordOf } from "../json.ts";
import { readAccountActivity } from "./account-activity.ts";
import { readActivity } from "./activity.ts";
import { isDirectMessageEvent, readDirectMessages } from "./direct-message.ts";
import { publicBy, readPost } from "./post.ts";
import { readTweet } from "./tweet.ts";

/**
 * What X delivers, whichever of its products sent it: X Activity (`data.event_type`), a filtered stream (`matching_rules`), the end of a
 * replay job, Account Activity (`…_events`), or what the API answers with. Undefined when it is none of these.
 */
export const readDelivery = (body: unknown): RawEvent[] | undefined => {
  const delivery = nodeOf(body);
  if ("matching_rules" in delivery && isNode(delivery["data"])) return [readListening(delivery)];
  const updates = Array.isArray(delivery["data"]) ? delivery["data"] : [delivery["data"] ?? delivery];
  if (updates.some(isActivity)) return updates.flatMap((update) => readActivity(nodeOf(update)));
  return readProduct(delivery) ?? readAnswer(delivery, updates);
};

/** Its filter may be empty. Private messages of the API have an event type too. */
const isActivity = (update: unknown): boolean => {
  const { event_type, filter, payload } = nodeOf(update);
  return textOf(event_type) !== undefined && (isNode(filter) || isNode(payload));
};

const readProduct = (delivery: Node): RawEvent[] | undefined => {
  if (isNode(delivery["replay_job_status"])) return [readReplayJob(nodeOf(delivery["replay_job_status"]))];
  if (isNode(delivery["user_event"]) || Object.keys(delivery).some((key) => key.endsWith("_events"))) {
    return readAccountActivity(delivery);
  }
  return undefined;
};

/** A post or private messages as API v1.1 and v2 answer with them, alone or in a list: for no account in particular. */
const readAnswer = (delivery: Node, updates: readonly unknown[]): RawEvent[] | undefined => {
  const includes = delivery["includes"];
  if (isNode(delivery["user"]) && idOf(delivery["id_str"])) return [readTweet(delivery, "")];
  const older = [delivery, delivery["event"], ...itemsOf(delivery["events"])].filter(
    (item) => isNode(item) && isNode(item["message_create"]),
  );
  if (older.length > 0) return readDirectMessages({ direct_message_events: older, users: delivery["users"] }, "");
  const messages = updates.filter(isDirectMessageEvent);
  if (messages.length > 0)
    return readDirectMessages({ direct_message_events: messages, users: nodeOf(includes)["users"] }, "");
  const posts = nodesOf(updates).filter((update) => idOf(update["id"]) && textOf(update["text"]) !== undefined);
  return posts.length > 0 ? posts.map((post) => readPost(post, { accountId: "", includes })) : undefined;
};

/**
 * A post that matched a listening rule: it need not name us, and the delivery names no account. The rule's tag is our own: one that begins
 * with an account's id, alone or before a colon, listens for that account. Source: docs.x.com, x-api/webhooks/stream/introduction.
 */
const readListening = (delivery: Node): RawEvent => {
  const rules = nodesOf(delivery["matching_rules"]).flatMap((rule) => idOf(rule["tag"], rule["id"]) ?? []);
  const accountId = rules.map((tag) => /^(\d{5,})(?::|$)/.exec(tag)?.[1]).find((id) => id !== undefined) ?? "";
  const post = readPost(nodeOf(delivery["data"]), { accountId, includes: delivery["includes"] });
  return rules.length > 0 ? { ...post, rules } : post;
};

/** X says that a replay ended: Complete or Incomplete. Source: docs.x.com, x-api/webhooks (replay). */
const readReplayJob = (job: Node): RawEvent =>
  event({
    op: "control",
    ...publicBy(undefined, ""),
    externalId: idOf(job["job_id"]),
    kind: `replay.${wordOf(job["job_state"])}`,
    revision: textOf(job["job_state"]),
  });
