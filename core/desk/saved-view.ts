import * as z from "zod";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import * as Directory from "#core/directory";
import * as Report from "#core/report";
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
  team: z.string().max(40).optional(),
  /** What happened to those in it, from one day to another or in so many up to the day on which it is looked at. */
  event: z.enum(Report.happenings).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  last: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
  agent: z.string().max(100).optional(),
  weekday: z
    .string()
    .regex(/^[1-7]$/)
    .optional(),
  hour: z
    .string()
    .regex(/^\d{1,2}$/)
    .optional(),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

/** A list an agent comes back to, under a name of their own. */
export const SavedView = z.object({
  id: z.string().regex(/^v_[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(40),
  filter: ViewFilter,
});
export type SavedView = z.infer<typeof SavedView>;
