import { event, type RawEvent } from "../event.ts";
import { idOf, isNode, type Node, nodeOf, nodesOf, textOf, wordOf } from "../json.ts";
import { readAccountActivity } from "./account-activity.ts";
import { readActivity } from "./activity.ts";
import { isDirectMessageEvent, readDirectMessage, readDirectMessages } from "./direct-message.ts";
import { publicBy, readPost } from "./post.ts";
import { readTweet } from "./tweet.ts";

/**
 * What X delivers, whichever of its products sent it: X Activity (`data.event_type`), a filtered stream (`matching_rules`), the end of a
 * replay job, Account Activity (`…_events`), or a single object as the API answers with. Undefined when it is none of these.
 */
export const readDelivery = (body: unknown): RawEvent[] | undefined => {
  const delivery = nodeOf(body);
  const updates = Array.isArray(delivery["data"]) ? delivery["data"] : [delivery["data"]];
  if (isDirectMessageEvent(updates[0])) return updates.flatMap((item) => readDirectMessages(nodeOf(item), ""));
  if (updates.some((update) => textOf(nodeOf(update)["event_type"])))
    return updates.flatMap((update) => readActivity(nodeOf(update)));
  if ("matching_rules" in delivery && isNode(delivery["data"])) return [readListening(delivery)];
  if (isNode(delivery["replay_job_status"])) return [readReplayJob(nodeOf(delivery["replay_job_status"]))];
  if (isNode(delivery["user_event"]) || Object.keys(delivery).some((key) => key.endsWith("_events"))) {
    return readAccountActivity(delivery);
  }
  if (isNode(delivery["user"]) && idOf(delivery["id_str"])) return [readTweet(delivery, "")];
  if (isNode(delivery["message_create"])) return [readDirectMessage(delivery, "")];
  if (isDirectMessageEvent(delivery)) return readDirectMessages(delivery, "");
  return undefined;
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
