import type { Channel } from "../event.ts";

/**
 * What moves when a platform changes its mind. Looked up in November 2026.
 * X: docs.x.com, x-api/posts/manage-tweets/integrate, x-api/direct-messages/manage, x-api/fundamentals/rate-limits, fundamentals/counting-characters.
 * Messenger: developers.facebook.com/docs/messenger-platform/reference/send-api and /policy (24 hours, human agent).
 * Instagram: developers.facebook.com/docs/instagram-platform (messaging, comment moderation, private replies).
 * WhatsApp: developers.facebook.com/docs/whatsapp/cloud-api/reference/messages (4,096 characters) and /guides/send-messages (service window).
 * Comments on Facebook and Instagram: their reference pages give no maximum; 8,000 and 2,200 are what the applications' own editors take.
 */
export const TEXT_LIMITS: { readonly [C in Channel]: { limit: number; unit: "weighted" | "characters" | "bytes" } } = {
  "x.mention": { limit: 280, unit: "weighted" },
  "x.dm": { limit: 10_000, unit: "characters" },
  "facebook.comment": { limit: 8_000, unit: "characters" },
  messenger: { limit: 2_000, unit: "characters" },
  "instagram.comment": { limit: 2_200, unit: "characters" },
  "instagram.dm": { limit: 1_000, unit: "bytes" },
  whatsapp: { limit: 4_096, unit: "characters" },
  secure: { limit: 10_000, unit: "characters" },
};

/** A reply in private to a public comment: once, within this time of the comment. */
export const PRIVATE_REPLY_DAYS = 7;

/** Since the customer's last message: free text until the first, a person's own answer until the second, where the channel has one. */
export const WINDOWS: {
  readonly [C in Channel]?: { freeHours: number; humanAgentDays?: number; afterwards: "closed" | "template-only" };
} = {
  messenger: { freeHours: 24, humanAgentDays: 7, afterwards: "closed" },
  "instagram.dm": { freeHours: 24, humanAgentDays: 7, afterwards: "closed" },
  whatsapp: { freeHours: 24, afterwards: "template-only" },
};
