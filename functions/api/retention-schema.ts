import { z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import * as Retention from "#core/retention";
import { Card } from "./conversation-schema.ts";
import { instant } from "./schema.ts";

/** One conversation with what is read in it, or everything of the contact it is with. */
export const Of = z.enum(["conversation", "contact"]);

/** How long words are kept after their conversation was closed. */
const wordsDays = Retention.Policy.shape.wordsDays;

export const NewTerm = z.object({ wordsDays });

export const Term = z
  .object({
    wordsDays,
    isSet: z.boolean().openapi({ description: "False: it is proposed, and nothing is erased by it until it is set" }),
    beginsAt: instant.nullable().openapi({ description: "Until then it erases nothing and can be taken back" }),
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
    dueAt: instant
      .nullable()
      .openapi({ description: "Null while something read with it is open, and where no term is set" }),
    onHold: z.boolean(),
  })
  .openapi("ComingErasure");

export const Keeping = z
  .object({
    wordsDays: z.number().nullable().openapi({ description: "Null where no term is set: they are kept until one is" }),
    dueAt: instant
      .nullable()
      .openapi({ description: "When its words are due to go; null while it is open, or erased, or no term is set" }),
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
