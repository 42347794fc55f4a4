/**
 * How well the bank knows who writes in a conversation: not at all, as the owner of a platform's account, by name (something
 * only the customer and the bank are likely to know), or strongly (signed in at the bank, and the same person as the account).
 */
export const levels = ["none", "platform", "named", "strong"] as const;
export type Level = (typeof levels)[number];

/** Whether a level is enough where another is required. */
export const isEnough = (level: Level, required: Level): boolean => levels.indexOf(level) >= levels.indexOf(required);
