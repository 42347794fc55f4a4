import type * as Conversation from "#core/conversation";
import type { Asking } from "#functions/runtime";

/** Comes after everything that has a deadline. */
const noDeadline = "9999-12-31T23:59:59.999Z";

export const askingFor = (
  { clock, labels, resolution }: Conversation.Conversation,
  { attempts, messageId }: Pick<Conversation.PendingReply, "attempts" | "messageId">,
): Asking => ({
  id: `${messageId}#${attempts + 1}`,
  isUrgent: labels?.urgency === "urgent",
  dueAt: (clock ?? resolution)?.dueAt ?? noDeadline,
});
