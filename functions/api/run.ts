import { createRoute, z } from "@hono/zod-openapi";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, problems } from "./route.ts";

const Run = z
  .object({
    id: z.string(),
    dryRun: z.boolean(),
    status: z.enum(["running", "done"]),
    startedAt: z.iso.datetime(),
    startedBy: z.string(),
    finishedAt: z.iso.datetime().nullable(),
    conversations: z.number().openapi({ description: "Read so far" }),
    messages: z.number(),
    changed: z.number().openapi({ description: "Messages in which something was found; a dry run leaves them" }),
    found: z.record(z.string(), z.number()).openapi({ description: "By kind" }),
  })
  .openapi("RedactionRun");

const startRun = createRoute({
  method: "post",
  path: "/api/redaction/runs",
  request: { body: body(z.object({ dryRun: z.boolean() })) },
  responses: { 202: json("Begun: today's rules read every stored message", Run), ...problems },
});

const readRun = createRoute({
  method: "get",
  path: "/api/redaction/runs/{id}",
  request: { params: z.object({ id: z.string().min(1).max(80) }) },
  responses: { 200: json("How far it is", Run), ...problems },
});

export const addRuns = (app: Api, runtime: Runtime): void => {
  app.openapi(startRun, async (context) => {
    const caller = permit(context.get("caller"), "manage-redaction");
    const { agentId, entityId } = caller;
    const run: Store.Run = {
      id: runtime.newId(),
      dryRun: context.req.valid("json").dryRun,
      status: "running",
      startedAt: runtime.now(),
      startedBy: agentId,
      list: "open",
      conversations: 0,
      messages: 0,
      changed: 0,
      found: {},
    };
    const { dryRun, id: runId } = run;
    await recorded(runtime, caller, { type: "redaction-run", runId, dryRun }, async () => {
      await runtime.store.putRun(entityId, run);
      await runtime.queues.send("timers", [{ body: { kind: "run", entityId, runId } }]);
    });
    return context.json(viewOf(run), 202);
  });
  app.openapi(readRun, async (context) => {
    const { entityId } = permit(context.get("caller"), "manage-redaction");
    const run = await runtime.store.readRun(entityId, context.req.valid("param").id);
    if (run === undefined) throw new Fault("request.not-found");
    return context.json(viewOf(run), 200);
  });
};

const viewOf = ({ cursor: _, finishedAt, isAgain: __, list: ___, ...run }: Store.Run): z.infer<typeof Run> => ({
  ...run,
  found: { ...run.found },
  finishedAt: finishedAt ?? null,
});
