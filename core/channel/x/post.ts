import { event, type RawAttachment, type RawEvent, type Surrounding } from "../event.ts";
import { instantOf } from "../instant.ts";
import { idOf, itemsOf, kindOf, type Node, nodeOf, nodesOf, textOf } from "../json.ts";
import { peopleOf } from "./person.ts";
import { unescaped } from "./text.ts";

/** What a post came with: the account it was delivered for and the objects it refers to. */
export type PostSetting = { accountId: string; includes: unknown; occurredAt?: unknown };

/**
 * A post of API v2, as X Activity and the filtered stream deliver it. A long post (over 280) has its whole text in `note_tweet`.
 * An edit is a new post; its history starts with the first id, which the thread keeps. Source: docs.x.com, x-api/fundamentals/data-dictionary.
 */
export const readPost = (post: Node, { accountId, includes, occurredAt }: PostSetting): RawEvent => {
  const externalId = idOf(post["id"]);
  const authorId = idOf(post["author_id"]);
  const firstId = idOf(itemsOf(post["edit_history_tweet_ids"])[0]);
  const repostedId = referenced(post, "retweeted");
  const isEdit = firstId !== undefined && firstId !== externalId;
  return event({
    op: repostedId ? "repost" : isEdit ? "edit" : "message",
    ...publicBy(authorId, accountId),
    author: authorId ? peopleOf(nodeOf(includes)["users"]).get(authorId) : undefined,
    externalId,
    targetId: repostedId ?? (isEdit ? firstId : undefined),
    parentId: referenced(post, "replied_to") ?? idOf(post["in_reply_to_tweet_id"]),
    threadId: idOf(post["conversation_id"]),
    occurredAt: instantOf(post["created_at"], occurredAt),
    // A repost's own text is a cut copy of the other post.
    text: repostedId ? undefined : unescaped(textOf(nodeOf(post["note_tweet"])["text"], post["text"])),
    around: [...quoted(post, includes), ...linked(post)],
    attachments: mediaOf(post, includes),
  });
};

/** Channel, direction and contact of something public: ours when the author is the account. */
export const publicBy = (authorId: string | undefined, accountId: string) => {
  const isOurs = authorId !== undefined && authorId === accountId;
  return {
    channel: "x.mention",
    visibility: "public",
    direction: isOurs ? "outbound" : "inbound",
    accountId,
    authorId,
    contactId: isOurs ? undefined : authorId,
  } as const;
};

const referenced = (post: Node, type: string): string | undefined =>
  idOf(nodesOf(post["referenced_tweets"]).find((reference) => reference["type"] === type)?.["id"]);

const quoted = (post: Node, includes: unknown): Surrounding[] => {
  const id = referenced(post, "quoted");
  const found = id && nodesOf(nodeOf(includes)["tweets"]).find((other) => idOf(other["id"]) === id);
  const text = found ? unescaped(textOf(nodeOf(found["note_tweet"])["text"], found["text"])) : undefined;
  return text ? [{ kind: "quoted", text }] : [];
};

const linked = (post: Node): Surrounding[] =>
  nodesOf(nodeOf(post["entities"])["urls"]).flatMap((link) => {
    const text = [textOf(link["title"]), textOf(link["description"])].filter(Boolean).join("\n");
    return text ? [{ kind: "link" as const, text }] : [];
  });

const mediaOf = (post: Node, includes: unknown): RawAttachment[] => {
  const described = nodesOf(nodeOf(includes)["media"]);
  return itemsOf(nodeOf(post["attachments"])["media_keys"]).map((key) => {
    const media = nodeOf(described.find((candidate) => candidate["media_key"] === key));
    const url = textOf(media["url"], media["preview_image_url"]);
    const altText = textOf(media["alt_text"]);
    return {
      type: kindOf(media["type"]) ?? "media",
      ...(url ? { reference: url, token: "none" as const } : keyReference(idOf(key))),
      ...(altText && { altText }),
    };
  });
};

/** Media that the delivery does not describe is asked for with the post, by its key. */
const keyReference = (key: string | undefined): Partial<RawAttachment> =>
  key ? { reference: key, token: "account" } : {};
