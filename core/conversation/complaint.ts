import { Fault } from "#core/fault";
import * as Sla from "#core/sla";
import type { Command } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";

/** A complaint in the regulator's sense: the rules suggest it, a person decides. */
export type Complaint =
  | { readonly status: "suggested"; readonly sentAt: Sla.Instant }
  | { readonly status: "refused" }
  | ({
      readonly status: "confirmed";
      readonly sentAt: Sla.Instant;
      readonly rule: { readonly id: string; readonly version: number };
    } & Sla.ComplaintDeadlines);

/**
 * A person's decision, which may be changed until the conversation is closed. Deadlines count from when the customer
 * sent it: the message named, else the one that suggested it, else the last one.
 */
export const judgeComplaint = (
  { complaint, lastInboundAt, openedAt, status }: Conversation,
  command: Extract<Command, { type: "judge-complaint" }>,
): readonly ConversationEvent[] => {
  if (status === "closed") throw new Fault("conversation.closed");
  if (command.decision === "refuse") {
    return complaint?.status === "refused" ? [] : [{ type: "complaint-refused" }];
  }
  const { id, version } = command.rule;
  const suggestedAt = complaint !== undefined && complaint.status !== "refused" ? complaint.sentAt : undefined;
  const sentAt = command.sentAt ?? suggestedAt ?? lastInboundAt ?? openedAt;
  const isSame = complaint?.status === "confirmed" && complaint.rule.id === id && complaint.sentAt === sentAt;
  if (isSame && complaint.rule.version === version) return [];
  const deadlines = Sla.complaintDeadlines(sentAt, command.rule);
  return [{ type: "complaint-confirmed", rule: { id, version }, sentAt, ...deadlines }];
};

/** @throws complaint.undecided while nobody has said whether it is one */
export const requireDecision = ({ complaint, status }: Conversation): void => {
  if (status === "open" && complaint?.status === "suggested") throw new Fault("complaint.undecided");
};
