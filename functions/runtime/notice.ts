import type * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import { shortHash } from "./hash.ts";
import type { QueueMessage } from "./queue.ts";

type Step = Pick<Conversation.PendingNotice, "target" | "mark" | "dueAt">;

/** The same whenever a notice is sent, so that its receiver takes it once. */
export const noticeIdOf = (
  { conversationId, entityId }: Store.ConversationKey,
  { dueAt, mark, target }: Step,
): string => shortHash(["notice", entityId, conversationId, target, mark, dueAt].join("#"));

/** A group of its own, as a hiding has. */
export const noticeMessage = (
  key: Store.ConversationKey,
  notice: Conversation.PendingNotice,
  askedAt: Sla.Instant | "" = "",
): QueueMessage => {
  const id = noticeIdOf(key, notice);
  return {
    body: { ...key, messageId: id, action: "notify" },
    groupId: shortHash(`notify#${key.entityId}#${key.conversationId}`),
    deduplicationId: shortHash(`${id}#${notice.notBefore}#${askedAt}`),
  };
};

/** Of what was escalated just now. */
export const noticesToSend = (
  key: Store.ConversationKey,
  { notices = [] }: Conversation.Conversation,
  events: Store.Committed["events"],
): readonly QueueMessage[] => {
  const ids = events.flatMap((event) => (event.type === "escalated" ? [noticeIdOf(key, event)] : []));
  return notices.filter((each) => ids.includes(noticeIdOf(key, each))).map((each) => noticeMessage(key, each));
};
