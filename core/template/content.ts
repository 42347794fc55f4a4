import * as z from "zod";
import * as Channel from "#core/channel";
import { readNotation } from "./text/index.ts";

/** What customers of a bank write about most, and what an agent says while looking for the answer. */
const topics = [
  "lost-card",
  "fraud-doubt",
  "fees",
  "app-down",
  "opening-hours",
  "complaint-received",
  "thanks",
  "secure-channel",
  "identity-needed",
  "out-of-hours",
  "holding",
  "other",
] as const;
export const Topic = z.enum(topics);
export type Topic = z.infer<typeof Topic>;

const Audience = z.enum(["public", "private", "verified"]);

/** What a template says, where and to whom. */
export const Content = z.strictObject({
  name: z.string().trim().min(1).max(80),
  topic: Topic,
  language: z.enum(["fr", "en"]),
  /** None: every channel it fits. */
  channels: z.array(z.enum(Channel.channels)).max(Channel.channels.length),
  /** Public: everywhere. Private: where the customer alone reads. Verified: where it is known who the customer is. */
  audience: Audience,
  body: z
    .string()
    .trim()
    .min(1)
    .max(5000)
    .refine((body) => readNotation(body).isValid, "cannot be read"),
  /** To be looked at again from this day on. */
  reviewAt: z.iso.datetime().optional(),
  /** Unusable from this instant on. */
  expiresAt: z.iso.datetime().optional(),
});
export type Content = z.infer<typeof Content>;
