import { z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import * as Retention from "#core/retention";
import { Card } from "./conversation-schema.ts";
import { instant } from "./schema.ts";

/** One conversation with what is read in it, or everything of the contact it is with. */
export const Of = z.enum(["conversation", "contact"]);

export const Term = z
  .object({
    /** How long words are kept after their conversation was closed. */
    wordsDays: Retention.Policy.shape.wordsDays,
  })
  .openapi("RetentionTerm");

export const HoldView = z
  .object({
    id: z.string(),
    reference: z.string(),
    by: z.string(),
    at: instant,
    of: Of,
    conversationId: z.string().openapi({ description: "The conversation it was placed in" }),
  })
  .openapi("LegalHold");

export const Coming = z
  .object({
    card: Card,
    dueAt: instant.nullable().openapi({ description: "Null while something read with it is open" }),
    onHold: z.boolean(),
  })
  .openapi("ComingErasure");

export const Keeping = z
  .object({
    wordsDays: z.number(),
    dueAt: instant
      .nullable()
      .openapi({ description: "When its words are due to go; null while it is open, or erased" }),
    erasure: z
      .object({
        step: z.enum(["ordered", "done"]),
        at: instant,
        ground: z.enum(Conversation.erasureGrounds),
        isPast: z.boolean(),
        messages: z.number().nullable(),
        notes: z.number().nullable(),
      })
      .nullable(),
    holds: z.array(HoldView),
    together: z.number().openapi({ description: "Conversations that are erased with it, itself included" }),
    ofContact: z
      .number()
      .nullable()
      .openapi({ description: "Conversations of its contact that have words; null where the platform names nobody" }),
    linked: z.array(z.object({ linkId: z.string(), conversations: z.array(z.string()) })).openapi({
      description: "Other contacts that are the same customer: an erasure of this one does not touch them",
    }),
  })
  .openapi("Keeping");
