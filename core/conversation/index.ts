export { type Card, cardOf, type Label } from "./card.ts";
export { isAtRisk, isBreached, nextTimerAt } from "./clock.ts";
export type { Asked, Command, Opening, Repair } from "./command.ts";
export { decide } from "./decide.ts";
export type { ConversationEvent, Delivery, Outcome, Visibility } from "./event.ts";
export { evolve, replay } from "./evolve.ts";
export type { Labels, MessageLabels } from "./label.ts";
export { type ListKeys, listKeysOf } from "./list.ts";
export type { Conversation, PendingHiding, PendingReply } from "./state.ts";
