import * as z from "zod";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";

/** What a list is narrowed to: ids and kinds only. */
export const ViewFilter = z.object({
  view: z.string().min(1).max(20),
  sort: z.enum(["deadline", "newest", "oldest"]).optional(),
  channel: z.enum(Channel.channels).optional(),
  topic: z.string().max(20).optional(),
  language: z.string().length(2).optional(),
  priority: z.enum(Conversation.priorities).optional(),
  tag: z.string().max(60).optional(),
  sentiment: z.enum(["positive", "neutral", "negative"]).optional(),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

/** A list an agent comes back to, under a name of their own. */
export const SavedView = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(40),
  filter: ViewFilter,
});
export type SavedView = z.infer<typeof SavedView>;
