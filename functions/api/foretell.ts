import { createRoute, z } from "@hono/zod-openapi";
import { Fault } from "#core/fault";
import * as Sla from "#core/sla";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";

const Word = z.string().min(1).max(40).optional();

const Asked = z.object({
  at: z.iso
    .datetime({ local: true, offset: false })
    .openapi({ description: "On the wall clock of the usual promise's calendar", example: "2026-11-27T17:40" }),
  subject: z.object({ channel: Word, topic: Word, priority: Word, language: Word, segment: Word }),
  rules: z.array(Sla.PolicyRule).max(50),
  usual: Sla.Policy,
});

const Instant = z.iso.datetime();
const Foretold = z
  .object({
    rule: z.number().int().nullable().openapi({ description: "The place of the rule that fits; null for none" }),
    timeZone: z.string(),
    targets: z.array(
      z.object({
        kind: z.enum(["first-response", "next-response", "resolution"]),
        dueAt: Instant,
        atRiskAt: z.array(Instant),
      }),
    ),
    steps: z.array(z.object({ at: Instant, actions: z.array(z.string()), teamId: z.string().optional() })),
  })
  .openapi("Foretold");
export type ForetoldView = z.infer<typeof Foretold>;

const foretell = createRoute({
  method: "post",
  path: "/api/promises/foretell",
  request: { body: body(Asked) },
  responses: { 200: json("What promises that are not kept yet would come to for a message", Foretold), ...problems },
});

/** Before promises are kept: which one a message would have, and when its answer would be due. */
export const addForetelling = (app: Api, _runtime: Runtime): void => {
  app.openapi(foretell, (context) => {
    permit(context.get("caller"), "manage-entity");
    const { at, rules, subject, usual } = context.req.valid("json");
    const policy = Sla.choosePolicy(subject, rules, usual);
    const rule = rules.findIndex((each) => each.policy === policy);
    const { timeZone } = usual.calendar;
    const { steps, targets } = foretold(Sla.instantAt(at, timeZone), policy);
    return context.json(
      {
        rule: rule < 0 ? null : rule,
        timeZone,
        targets: targets.map((target) => ({ ...target, atRiskAt: [...target.atRiskAt] })),
        steps: steps.map((step) => ({ ...step, actions: [...step.actions] })),
      },
      200,
    );
  });
};

/** @throws promise.never-due */
const foretold = (at: Sla.Instant, policy: Sla.Policy): Sla.Foretold => {
  try {
    return Sla.foretell(at, policy);
  } catch (error) {
    // The one thing a calendar that was read can still lack is hours.
    if (error instanceof RangeError) throw new Fault("promise.never-due");
    throw error;
  }
};
