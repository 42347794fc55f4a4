import { z } from "@hono/zod-openapi";

export const Figures = z
  .object({
    open: z.number(),
    unassigned: z.number(),
    atRisk: z.number(),
    breached: z.number(),
    urgent: z.number(),
    oldestSince: z.iso.datetime().nullable().openapi({ description: "Since when who has waited longest waits" }),
  })
  .openapi("Load");

export const AgentLoad = z
  .object({
    id: z.string(),
    name: z.string(),
    teamIds: z.array(z.string()),
    presence: z.enum(["present", "away", "offline"]),
    load: z.number().openapi({ description: "Slots in use, of `capacity`" }),
    capacity: z.number(),
    figures: Figures,
  })
  .openapi("AgentLoad");

const Pace = z.object({
  answered: z.number(),
  p50Seconds: z.number().nullable(),
  p90Seconds: z.number().nullable(),
  kept: z.number(),
  broken: z.number().openapi({ description: "Promises whose time ran out in this hour, answered later or never" }),
});

export const Trend = z
  .object({
    hours: z.array(
      Pace.extend({
        startedAt: z.iso.datetime(),
        teams: z.array(Pace.extend({ id: z.string() })),
      }),
    ),
    heat: z.array(
      z.object({
        weekday: z.number().openapi({ description: "1 is Monday" }),
        hour: z.number(),
        begun: z.number(),
        due: z.number(),
        broken: z.number(),
      }),
    ),
    weeks: z.number(),
    timeZone: z.string(),
  })
  .openapi("Trend");
