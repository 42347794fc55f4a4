export { type PendingApproval, type Refusal, refusals, type Written } from "./approval.ts";
export { expectHolder } from "./assignment.ts";
export { type Beside, besideOf } from "./beside.ts";
export { type Card, cardOf, type Label, priorityOf } from "./card.ts";
export { isAtRisk, isBreached } from "./clock.ts";
export type { Asked, Command, Opening, Repair } from "./command.ts";
export { decide } from "./decide.ts";
export type { Direction } from "./direction.ts";
export {
  type Erasure,
  type ErasureGround,
  type ErasureRequest,
  erasureAttentionAt,
  erasureGrounds,
  erasureRequests,
  hasWords,
  isErased,
  labelFor,
  requireWords,
} from "./erasure.ts";
export type { ConversationEvent, Delivery, Origin, Outcome, Visibility } from "./event.ts";
export { evolve, replay } from "./evolve.ts";
export { checkDueAt, nextCheckAt } from "./exposure-check.ts";
export { graceSeconds, nextReply } from "./grace.ts";
export type { HandoffEvent, HandoffRefusal, HandoffWay } from "./handoff-event.ts";
export { endOf as handoffEndsAt, type HandoffState, usable as usableHandoff } from "./handoff-state.ts";
export { hasBegun, isOverheard } from "./heard.ts";
export { type Labels, type MessageLabels, topicAfter } from "./label.ts";
export { attemptTimeoutSeconds, type ListKeys, listKeysOf, urgentUntil } from "./list.ts";
export { outcomeFor } from "./message.ts";
export { dueNotices, type NoticePlace, type PendingNotice } from "./notice.ts";
export { type Priority, priorities } from "./priority.ts";
export { type ReferralState, referralAttentionAt } from "./referral.ts";
export { isSampled, type NoAnswerReason, noAnswerReasons } from "./review.ts";
export { mayAskSatisfaction, type Question, type Score, scoreIn } from "./satisfaction.ts";
export { isApart, keptIn, mostTaken, type SplitFrom, type Told } from "./split.ts";
export type { Conversation, PendingHiding, PendingReply } from "./state.ts";
export { mostTags } from "./tag.ts";
export { isStillSo, type Telling, tellingAttentionAt } from "./telling.ts";
export { nextTimerAt } from "./timer.ts";
export { verificationOf } from "./verification.ts";
export type { WithholdCommand } from "./withheld.ts";
