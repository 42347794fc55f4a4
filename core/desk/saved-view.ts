import * as z from "zod";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import * as Directory from "#core/directory";
import { TagId } from "./tag.ts";

/** What a list is narrowed to: ids and kinds only. */
export const ViewFilter = z.object({
  view: z.string().regex(/^[a-z-]{1,20}$/),
  sort: z.enum(["deadline", "newest", "oldest"]).optional(),
  channel: z.enum(Channel.channels).optional(),
  topic: z
    .string()
    .regex(/^[a-z-]{1,20}$/)
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  priority: z.enum(Conversation.priorities).optional(),
  tag: TagId.optional(),
  audience: z.enum(Directory.audiences).optional(),
  sentiment: z.enum(["positive", "neutral", "negative"]).optional(),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

/** A list an agent comes back to, under a name of their own. */
export const SavedView = z.object({
  id: z.string().regex(/^v_[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(40),
  filter: ViewFilter,
});
export type SavedView = z.infer<typeof SavedView>;
