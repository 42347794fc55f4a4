import * as z from "zod";
import * as Conversation from "#core/conversation";
import { TagId } from "./tag.ts";

const outcome = z.enum(["answered", "no-answer-needed", "redirected"]);

/** One thing a macro does; a template is put into the composer and sent by a person, never by the macro. */
export const MacroStep = z.discriminatedUnion("does", [
  z.object({ does: z.enum(["tag", "untag"]), tagId: TagId }),
  z.object({ does: z.literal("prioritise"), priority: z.enum(Conversation.priorities) }),
  z.object({ does: z.literal("move"), teamId: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) }),
  z.object({ does: z.literal("take") }),
  z.object({ does: z.literal("snooze"), hours: z.number().int().min(1).max(720).optional() }),
  z.object({ does: z.literal("template"), templateId: z.string().regex(/^[a-z][\w-]{0,79}$/) }),
  z.object({
    does: z.literal("close"),
    outcome: outcome.optional(),
    reason: z.enum(Conversation.noAnswerReasons).optional(),
  }),
]);
export type MacroStep = z.infer<typeof MacroStep>;

/** Several steps in one, in their order. */
export const Macro = z.object({
  id: z.string().regex(/^k_[\w-]{22}$/),
  name: z.string().trim().min(1).max(60),
  steps: z.array(MacroStep).min(1).max(8),
});
export type Macro = z.infer<typeof Macro>;
