import { z } from "@hono/zod-openapi";
import * as Channel from "#core/channel";
import { topic } from "./schema.ts";

const instant = z.iso.datetime();

export const Alert = z
  .object({
    topic: topic.optional().openapi({ description: "Absent: of everything together" }),
    raisedAt: instant,
    lastSeenAt: instant,
    peak: z.object({
      count: z.number().openapi({ description: "Conversations that began within a quarter of an hour" }),
      usual: z.number().openapi({ description: "The median of the same hour of the week" }),
      deviations: z.number(),
    }),
  })
  .openapi("IncidentAlert");

const Words = z
  .object({ fr: z.string().trim().min(1).max(1000).optional(), en: z.string().trim().min(1).max(1000).optional() })
  .refine(({ en, fr }) => en !== undefined || fr !== undefined, "one language at least");

export const IncidentView = z
  .object({
    id: z.string(),
    title: z.string(),
    rule: z.object({ topic: topic.optional(), channel: z.enum(Channel.channels).optional(), since: instant }),
    status: z.enum(["open", "closed"]),
    openedAt: instant,
    openedBy: z.string(),
    closedAt: instant.nullable(),
    summary: z.string().nullable(),
    answer: z
      .object({
        version: z.number(),
        words: z.object({ fr: z.string().optional(), en: z.string().optional() }),
        proposedBy: z.string(),
        approvedBy: z.string().nullable(),
      })
      .nullable(),
    walk: z
      .object({
        kind: z.enum(["gather", "answer"]),
        isOver: z.boolean(),
        done: z.number(),
        skipped: z.number(),
        of: z.number(),
      })
      .nullable()
      .openapi({ description: "How far the gathering, or the answering, is" }),
    open: z.number().openapi({ description: "Open conversations in it; each keeps its own deadline" }),
    breached: z.number(),
    timeline: z.array(
      z.object({
        type: z.enum(["opened", "proposed", "approved", "gathered", "sent", "withheld", "closed"]),
        at: instant,
        agentId: z.string(),
        count: z.number().optional(),
      }),
    ),
  })
  .openapi("Incident");
export type IncidentView = z.infer<typeof IncidentView>;

export const NewIncident = z
  .object({
    title: z.string().trim().min(1).max(120),
    topic: topic.optional(),
    channel: z.enum(Channel.channels).optional(),
    sinceMinutes: z
      .int()
      .min(1)
      .max(7 * 24 * 60)
      .openapi({ description: "Conversations that asked within so long" }),
  })
  .openapi("NewIncident");

export const AnswerWords = Words.openapi("IncidentAnswer");
export const Approval = z.object({ version: z.int().positive() });
export const Summary = z.object({ summary: z.string().trim().min(1).max(2000) });
export const Membership = z.object({ incidentId: z.string().min(1).max(80).nullable() });
export const IncidentId = z.object({
  id: z
    .string()
    .min(1)
    .max(80)
    .openapi({ param: { name: "id", in: "path" } }),
});
