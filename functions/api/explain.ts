import { createRoute, z } from "@hono/zod-openapi";
import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import * as Redaction from "#core/redaction";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { type Api, body, json, languageOf, problems } from "./route.ts";

/** Somebody types or pastes it: a message, not a file. */
const longestText = 20_000;

const Question = z.object({
  text: z.string().min(1).max(longestText),
  visibility: z.enum(["public", "private"]).default("public"),
  language: z.enum(["fr", "en"]).optional().openapi({ description: "Of the labels; else by Accept-Language" }),
});

const Explanation = z
  .object({
    text: z.string(),
    fired: z.array(z.object({ kind: z.string(), rule: z.string(), value: z.string() })),
    missed: z.array(z.object({ rule: z.string(), value: z.string(), why: z.string() })),
  })
  .openapi("RedactionExplanation");

const explainText = createRoute({
  method: "post",
  path: "/api/redaction/explain",
  request: { body: body(Question) },
  responses: {
    200: json("What this bank's rules do with a text and why; nothing is kept and nothing logged", Explanation),
    ...problems,
  },
});

export const addExplain = (app: Api, { store }: Runtime): void => {
  app.openapi(explainText, async (context) => {
    const { entityId } = permit(context.get("caller"), "explain-redaction");
    const entity = await store.readEntity(entityId);
    if (entity === undefined) throw new Fault("entity.unknown");
    const { language = languageOf(context), text, visibility } = context.req.valid("json");
    const { fired, missed, ...read } = Redaction.explain(text, {
      ...Intake.redactionOf(entity, visibility),
      language,
    });
    return context.json({ text: read.text, fired: [...fired], missed: [...missed] }, 200);
  });
};
