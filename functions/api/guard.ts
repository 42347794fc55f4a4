import { createRoute, z } from "@hono/zod-openapi";
import { Fault } from "#core/fault";
import * as Guard from "#core/guard";
import * as Redaction from "#core/redaction";
import { knownHosts, type Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, problems } from "./route.ts";
import type { Caller } from "./sign-in.ts";
import { refuseUnsendable } from "./unsendable.ts";

const GuardView = z
  .object({
    policy: Guard.Policy,
    hosts: z
      .array(z.string())
      .openapi({ description: "The installation's own and the secure channel's: links to them are known" }),
    redaction: z
      .object({
        allow: z.array(z.string()),
        patterns: z.array(z.object({ name: z.string(), kind: z.enum(Redaction.kinds), pattern: z.string() })),
      })
      .openapi({ description: "The bank's own numbers: those that may stand, and patterns of those that may not" }),
  })
  .openapi("Guard");

const readGuard = createRoute({
  method: "get",
  path: "/api/guard",
  responses: { 200: json("What a reply is read by before it leaves", GuardView), ...problems },
});
const putGuard = createRoute({
  method: "put",
  path: "/api/guard",
  request: { body: body(Guard.Policy) },
  responses: {
    200: json("As it is kept; `version` is the one it was made from, and counts up", Guard.Policy),
    ...problems,
  },
});
const putCrisis = createRoute({
  method: "put",
  path: "/api/guard/crisis",
  request: { body: body(z.object({ on: z.boolean() })) },
  responses: { 200: json("While it is on, every public reply has a second pair of eyes", Guard.Policy), ...problems },
});

export const addGuard = (app: Api, runtime: Runtime): void => {
  const { store } = runtime;
  app.openapi(readGuard, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const [policy, entity] = await Promise.all([store.readGuard(entityId), store.readEntity(entityId)]);
    const hosts = [...knownHosts(runtime, entity)];
    const { allow = [], patterns = [] } = entity?.redaction ?? {};
    return context.json({ policy, hosts, redaction: { allow: [...allow], patterns: [...patterns] } }, 200);
  });
  app.openapi(putGuard, async (context) => {
    const caller = permit(context.get("caller"), "manage-guard");
    const asked = context.req.valid("json");
    refuseUnsendable([asked.lists.fr, asked.lists.en].flatMap((lists) => Object.values(lists).flat()));
    const before = await store.readGuard(caller.entityId);
    if (asked.version !== before.version) throw new Fault("settings.changed");
    return context.json(await keep(runtime, caller, before, asked), 200);
  });
  app.openapi(putCrisis, async (context) => {
    const caller = permit(context.get("caller"), "approve");
    const before = await store.readGuard(caller.entityId);
    const { on: crisis } = context.req.valid("json");
    if (crisis === before.crisis) return context.json(before, 200);
    return context.json(await keep(runtime, caller, before, { ...before, crisis }), 200);
  });
};

const keep = async (
  runtime: Runtime,
  caller: Caller,
  before: Guard.Policy,
  asked: Guard.Policy,
): Promise<Guard.Policy> => {
  const policy = { ...asked, version: before.version + 1 };
  const fields = (["lists", "links", "crisis"] as const).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(policy[field]),
  );
  if (fields.length === 0) return before;
  const event = { type: "guard-changed", version: policy.version, fields } as const;
  await recorded(runtime, caller, event, async () => {
    if (!(await runtime.store.putGuard(caller.entityId, policy))) throw new Fault("settings.changed");
  });
  return policy;
};
