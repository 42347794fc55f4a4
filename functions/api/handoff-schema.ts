import { z } from "@hono/zod-openapi";
import * as Handoff from "#core/handoff";
import { instant } from "./schema.ts";

const HandoffView = z
  .object({
    id: z.string(),
    way: z.enum(["private-message", "secure-page"]),
    purpose: z.enum(Handoff.purposes),
    language: z.enum(Handoff.languages),
    agentId: z.string(),
    step: z.enum(Handoff.steps),
    receipts: z
      .array(z.object({ step: z.enum(Handoff.steps), at: instant }))
      .openapi({ description: "How far the customer came, in order of time" }),
    isStalled: z.boolean(),
    refusal: z.enum(["undeliverable", "not-a-customer", "called-back"]).nullable(),
    slotAt: instant.nullable().openapi({ description: "When the customer is called back" }),
    unmatched: z.number().openapi({ description: "How often a name and a birth date did not match" }),
    expiresAt: instant
      .nullable()
      .openapi({ description: "When the link stops leading anywhere, unless it is followed" }),
    caseId: z.string().nullable().openapi({ description: "The secure conversation it led to" }),
  })
  .openapi("Handoff");
export type HandoffView = z.infer<typeof HandoffView>;

export const SecureView = z
  .object({
    verification: z.object({ level: z.enum(Handoff.levels), until: instant.nullable() }),
    way: z
      .enum(["private-message", "secure-page"])
      .nullable()
      .openapi({ description: "Where this conversation can go on: in public only into a private message" }),
    purposes: z.array(z.enum(Handoff.purposes)),
    handoff: HandoffView.nullable(),
    originId: z.string().nullable().openapi({ description: "Of a secure conversation: the one it came from" }),
  })
  .openapi("SecureChannel");
export type SecureView = z.infer<typeof SecureView>;
