import { createRoute, z } from "@hono/zod-openapi";
import { Fault } from "#core/fault";
import * as Redaction from "#core/redaction";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { Message } from "./conversation-schema.ts";
import { listReports, reportMark } from "./mark-report.ts";
import { strikePassage } from "./passage.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, languageOf, problems } from "./route.ts";
import { IdempotencyKey, MessageId } from "./schema.ts";
import { messageOf } from "./timeline.ts";

const offset = z.number().int().min(0).max(100_000);
const Passage = z
  .object({
    start: offset,
    end: offset,
    kind: z.enum(Redaction.kinds).default("personal"),
    /** Of the text the offsets are of, in UTF-16 units: a text that changed meanwhile is not cut at the wrong place. */
    length: offset.optional(),
  })
  .refine(({ end, start }) => start < end)
  .openapi("Passage", { description: "UTF-16 offsets into the message's text" });

const markPassage = createRoute({
  method: "post",
  path: "/api/conversations/{id}/messages/{messageId}/redactions",
  request: { params: MessageId, headers: IdempotencyKey, body: body(Passage) },
  responses: { 200: json("The message without the passage, for good and everywhere", Message), ...problems },
});

const report = createRoute({
  method: "post",
  path: "/api/conversations/{id}/messages/{messageId}/redactions/report",
  request: { params: MessageId, body: body(z.object({ start: offset })) },
  responses: { 204: { description: "Kept for the owner of the rules; the mark stays" }, ...problems },
});

const Report = z
  .object({ rule: z.string(), kind: z.string(), count: z.number(), lastAt: z.iso.datetime() })
  .openapi("RedactionReport", { description: "Marks that agents call no personal data, by rule" });

const Rule = z.object({ rule: z.string(), kind: z.string(), count: z.number().int() });

const readRules = createRoute({
  method: "get",
  path: "/api/conversations/{id}/messages/{messageId}/rules",
  request: { params: MessageId },
  responses: {
    200: json(
      "By which rules something is removed of a message's text, as it stands",
      z.object({ items: z.array(Rule) }),
    ),
    ...problems,
  },
});

const readReports = createRoute({
  method: "get",
  path: "/api/redaction/reports",
  responses: { 200: json("The most reported first", z.object({ items: z.array(Report) })), ...problems },
});

/** What people see that the rules do not: passages left standing, and marks that hide nothing. */
export const addRedaction = (app: Api, runtime: Runtime): void => {
  app.openapi(markPassage, async (context) => {
    const caller = permit(context.get("caller"), "redact");
    const { id, messageId } = context.req.valid("param");
    const struck = await strikePassage(
      runtime,
      { entityId: caller.entityId, conversationId: id },
      {
        ...context.req.valid("json"),
        messageId,
        agentId: caller.agentId,
        idempotencyKey: context.req.valid("header")["idempotency-key"],
      },
    );
    return context.json(messageOf(struck, undefined, languageOf(context)), 200);
  });
  app.openapi(report, async (context) => {
    const { entityId } = permit(context.get("caller"), "redact");
    const { id, messageId } = context.req.valid("param");
    await reportMark(runtime, { entityId, conversationId: id }, { messageId, ...context.req.valid("json") });
    return context.body(null, 204);
  });
  app.openapi(readRules, async (context) => {
    const { entityId } = permit(context.get("caller"), "explain-redaction");
    const { id, messageId } = context.req.valid("param");
    const body = await runtime.store.readBody({ entityId, conversationId: id }, messageId);
    if (body === undefined) throw new Fault("message.unknown");
    return context.json({ items: rulesIn(body.marks) }, 200);
  });
  app.openapi(readReports, async (context) => {
    const { entityId } = permit(context.get("caller"), "manage-redaction");
    return context.json({ items: [...(await listReports(runtime, entityId))] }, 200);
  });
};

/** Each rule and kind once, in the order in which they stand in the text. */
const rulesIn = (marks: Store.Body["marks"]): z.infer<typeof Rule>[] =>
  [...Map.groupBy(marks, ({ kind, rule }) => `${rule} ${kind}`).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ rule: first.rule, kind: first.kind, count: more.length + 1 }],
  );
