import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import { Card } from "./conversation-schema.ts";
import { expectNotTaken } from "./holder.ts";
import { headOf, keyOf, order, orderHeld } from "./order.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";
import type { Caller } from "./sign-in.ts";

const command = <Path extends string, Schema extends z.ZodType>(path: Path, schema: Schema) =>
  createRoute({
    method: "post",
    path: `/api/conversations/{id}/${path}` as const,
    request: { params: ConversationId, body: body(schema) },
    responses: { 200: json("The conversation as it is now", Card), ...problems },
  });

const instant = z.iso.datetime();
const TagId = z.object({ tagId: z.string().min(1).max(60) });
const Priority = z.object({
  priority: z
    .enum(Conversation.priorities)
    .nullable()
    .openapi({ description: "Null: what the rules say counts again" }),
});
const Snooze = z.object({
  until: instant.optional().openapi({ description: "Left out: until the customer writes" }),
});
const FollowUp = z.object({ at: instant.nullable() });
const Team = z.object({ teamId: z.string().min(1).max(40) });
const Verdict = z.object({ verdict: z.enum(["confirmed", "rejected"]) });
const Nothing = z.object({}).strict();

/** What keeps a conversation in order beside answering it. Each is idempotent, and none stops a clock. */
export const addCare = (app: Api, runtime: Runtime): void => {
  addSorting(app, runtime);
  addPostponing(app, runtime);
};

const addSorting = (app: Api, runtime: Runtime): void => {
  app.openapi(command("tag", TagId), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { tagId } = context.req.valid("json");
    await expectTag(runtime, caller, tagId);
    const key = keyOf(caller, context.req.valid("param").id);
    return context.json(await order(runtime, key, caller, { type: "tag", tagId }), 200);
  });
  app.openapi(command("untag", TagId), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = keyOf(caller, context.req.valid("param").id);
    return context.json(await order(runtime, key, caller, { type: "untag", ...context.req.valid("json") }), 200);
  });
  app.openapi(command("priority", Priority), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = keyOf(caller, context.req.valid("param").id);
    return context.json(await order(runtime, key, caller, { type: "prioritise", ...context.req.valid("json") }), 200);
  });
  app.openapi(command("move", Team), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { teamId } = context.req.valid("json");
    await expectTeam(runtime, caller, teamId);
    const key = await held(runtime, caller, context.req.valid("param").id);
    return context.json(await orderHeld(runtime, key, caller, { type: "move", teamId }), 200);
  });
  app.openapi(command("review", Verdict), async (context) => {
    const caller = permit(context.get("caller"), "curate");
    const policies = Entity.policiesOf(await runtime.store.readEntity(caller.entityId));
    const key = keyOf(caller, context.req.valid("param").id);
    const { verdict } = context.req.valid("json");
    return context.json(await order(runtime, key, caller, { type: "review", verdict, policies }), 200);
  });
};

const addPostponing = (app: Api, runtime: Runtime): void => {
  app.openapi(command("snooze", Snooze), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { until } = context.req.valid("json");
    const key = await held(runtime, caller, context.req.valid("param").id);
    const asked = { type: "snooze" as const, ...(until === undefined ? {} : { until: normal(until) }) };
    return context.json(await orderHeld(runtime, key, caller, asked), 200);
  });
  app.openapi(command("wake", Nothing), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = await held(runtime, caller, context.req.valid("param").id);
    return context.json(await orderHeld(runtime, key, caller, { type: "wake" }), 200);
  });
  app.openapi(command("follow-up", FollowUp), async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { at } = context.req.valid("json");
    const key = await held(runtime, caller, context.req.valid("param").id);
    const asked = { type: "follow-up" as const, at: at === null ? null : normal(at) };
    return context.json(await orderHeld(runtime, key, caller, asked), 200);
  });
};

/** A conversation that no colleague holds: what a colleague holds is theirs, and a supervisor's. */
export const held = async (runtime: Runtime, caller: Caller, id: string) => {
  const key = keyOf(caller, id);
  expectNotTaken((await headOf(runtime, key)).state, caller);
  return key;
};

/** Instants are compared as text, so they have one form. */
const normal = (at: string): string => new Date(at).toISOString();

export const expectTag = async ({ store }: Runtime, { entityId }: Caller, tagId: string): Promise<void> => {
  const tag = await store.readTag(entityId, tagId);
  if (tag === undefined || tag.retired === true) throw new Fault("tag.unknown");
};

export const expectTeam = async ({ store }: Runtime, { entityId }: Caller, teamId: string): Promise<void> => {
  const teams = (await store.readEntity(entityId))?.teams ?? [];
  if (!teams.some((team) => team.id === teamId)) throw new Fault("team.unknown");
};
