import { z } from "@hono/zod-openapi";
import * as Report from "#core/report";

const Count = z.number().int();
const Spread = z.object({
  count: Count,
  p50Seconds: z.number().nullable(),
  p90Seconds: z.number().nullable(),
});
const Took = z
  .object({ business: Spread, customer: Spread })
  .openapi({ description: "On the bank's calendar, and as the customer waited" });
const Promised = z.object({ kept: Count, broken: Count });

export const Figures = z
  .object({
    opened: Count,
    received: Count,
    heard: Count.openapi({ description: "Posts that listening found and nobody took up; in no other figure" }),
    sent: z.object({ byPeople: Count, automatic: Count }),
    closed: z.object({ answered: Count, "no-answer-needed": Count, redirected: Count }),
    reopened: Count,
    ratings: z
      .object({ count: Count, sum: Count })
      .openapi({ description: "Answers to the question at closing, from 1 to 5" }),
    promises: z.object({ "first-response": Promised, "next-response": Promised, resolution: Promised }),
    firstResponse: Took,
    nextResponse: Took,
    resolution: Took,
    handoff: z
      .object({
        offered: Count,
        delivered: Count,
        opened: Count,
        "signed-in": Count,
        "case-created": Count,
        answered: Count,
        completed: Count,
        expired: Count,
        refused: Count,
        revoked: Count,
        stoppedAfter: z.object({ offered: Count, delivered: Count, opened: Count }),
        arrival: Spread,
      })
      .openapi({
        description: "The way to the secure page: steps that fell into the period, and where others stopped",
      }),
    workSeconds: z.number(),
    costCents: z.number().nullable(),
  })
  .openapi("Figures");

export const ReportView = z
  .object({
    from: z.string(),
    to: z.string(),
    by: z.enum(Report.breakdowns),
    team: z.string().optional(),
    channel: z.string().optional(),
    topic: z.string().optional(),
    timeZone: z.string(),
    isOwn: z.boolean().openapi({ description: "The caller's own work and nobody else's" }),
    currency: z.string().optional(),
    phoneCallCents: z.number().optional(),
    total: Figures,
    groups: z.array(z.object({ key: z.string(), name: z.string().optional(), figures: Figures })),
  })
  .openapi("Report");
export type ReportView = z.infer<typeof ReportView>;
