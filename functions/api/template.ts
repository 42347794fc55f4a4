import { createRoute, z } from "@hono/zod-openapi";
import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import type * as Store from "#core/store";
import * as Template from "#core/template";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, problems } from "./route.ts";
import { IdempotencyKey } from "./schema.ts";
import type { Caller } from "./sign-in.ts";
import { addOffers } from "./template-offer.ts";
import { refuseUnsendable } from "./unsendable.ts";

const Step = z.enum(["submit", "approve", "return", "retire"]);
const VersionView = z.object({
  number: z.number(),
  state: z.enum(Template.states),
  content: Template.Content,
  steps: z.array(
    z.object({
      did: z.enum(Template.deeds),
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
});
const TemplateView = z
  .object({
    id: z.string(),
    revision: z.number().openapi({ description: "To be sent with the next change of its words" }),
    approved: VersionView.nullable(),
    working: VersionView.nullable(),
    ended: VersionView.nullable(),
    expired: z.boolean(),
    reviewDue: z.boolean(),
    use: z.object({ used: z.number(), changed: z.number(), outcomes: z.record(z.string(), z.number()) }),
  })
  .openapi("Template");
type TemplateView = z.infer<typeof TemplateView>;

const TemplateId = z.object({
  id: z
    .string()
    .min(1)
    .max(80)
    .openapi({ param: { name: "id", in: "path" } }),
});

const listTemplates = createRoute({
  method: "get",
  path: "/api/templates",
  responses: {
    200: json("The library; without the right to write, what is approved", z.object({ items: z.array(TemplateView) })),
    ...problems,
  },
});
const createTemplate = createRoute({
  method: "post",
  path: "/api/templates",
  request: { headers: IdempotencyKey, body: body(Template.Content) },
  responses: { 201: json("Kept as a draft", TemplateView), ...problems },
});
const writeTemplate = createRoute({
  method: "put",
  path: "/api/templates/{id}",
  request: { params: TemplateId, body: body(Template.Content.extend({ revision: z.number().int().min(1) })) },
  responses: { 200: json("Kept as a draft beside what is approved", TemplateView), ...problems },
});
const stepTemplate = createRoute({
  method: "post",
  path: "/api/templates/{id}/steps",
  request: { params: TemplateId, body: body(z.object({ step: Step, revision: z.number().int().min(1) })) },
  responses: { 200: json("The template as it is now", TemplateView), ...problems },
});
const listVersions = createRoute({
  method: "get",
  path: "/api/templates/{id}/versions",
  request: { params: TemplateId },
  responses: { 200: json("Earlier versions, newest first", z.object({ items: z.array(VersionView) })), ...problems },
});
export const addTemplates = (app: Api, runtime: Runtime): void => {
  const { store } = runtime;
  app.openapi(listTemplates, async (context) => {
    const caller = permit(context.get("caller"), "read");
    const [kept, uses] = await Promise.all([
      store.listTemplates(caller.entityId),
      store.listTemplateUse(caller.entityId),
    ]);
    const seesAll = caller.can.includes("write-templates");
    const items = kept
      .map((each) => viewOf(each, uses.get(each.template.id), runtime.now()))
      .filter((each) => seesAll || (each.approved !== null && !each.expired))
      .map((each) => (seesAll ? each : { ...each, working: null }));
    return context.json({ items }, 200);
  });
  app.openapi(createTemplate, async (context) => {
    const caller = permit(context.get("caller"), "write-templates");
    const content = context.req.valid("json");
    const secret = await runtime.secrets.read("IDENTITY_KEY");
    const { "idempotency-key": key } = context.req.valid("header");
    const id = Identity.keyedId(secret, "t", caller.entityId, caller.agentId, key);
    const before = await store.readTemplate(caller.entityId, id);
    if (before !== undefined) return context.json(viewOf(before, undefined, runtime.now()), 201);
    const change = { type: "write", content } as const;
    return context.json(await changed(runtime, caller, { revision: 0, template: { id } }, change), 201);
  });
  app.openapi(writeTemplate, async (context) => {
    const caller = permit(context.get("caller"), "write-templates");
    const { revision, ...content } = context.req.valid("json");
    const before = await expectTemplate(runtime, caller, context.req.valid("param").id, revision);
    return context.json(await changed(runtime, caller, before, { type: "write", content }), 200);
  });
  app.openapi(stepTemplate, async (context) => {
    const { revision, step } = context.req.valid("json");
    const isReview = step === "approve" || step === "return";
    const caller = permit(context.get("caller"), isReview ? "approve-templates" : "write-templates");
    const before = await expectTemplate(runtime, caller, context.req.valid("param").id, revision);
    return context.json(await changed(runtime, caller, before, { type: step }), 200);
  });
  app.openapi(listVersions, async (context) => {
    const { entityId } = permit(context.get("caller"), "write-templates");
    const items = await store.listTemplateVersions(entityId, context.req.valid("param").id);
    return context.json({ items: items.map(versionOf) }, 200);
  });
  addOffers(app, runtime);
};

const expectTemplate = async (
  { store }: Runtime,
  { entityId }: Caller,
  id: string,
  revision: number,
): Promise<Store.KeptTemplate> => {
  const kept = await store.readTemplate(entityId, id);
  if (kept === undefined) throw new Fault("template.unknown");
  if (kept.revision !== revision) throw new Fault("settings.changed");
  return kept;
};

const names = {
  write: "template-written",
  submit: "template-submitted",
  approve: "template-approved",
  return: "template-returned",
  retire: "template-retired",
} as const satisfies Record<Template.Change["type"], Entity.AdminEvent["type"]>;

const changed = async (
  runtime: Runtime,
  caller: Caller,
  before: Store.KeptTemplate,
  change: Template.Change,
): Promise<TemplateView> => {
  if (change.type === "write") refuseUnsendable([change.content.name, change.content.body]);
  const { store } = runtime;
  const { entityId } = caller;
  const who = { by: caller.agentId, at: runtime.now() };
  const { past, template, version } = Template.change(before.template, change, who);
  const event = { type: names[change.type], templateId: template.id, version: version.number } as const;
  await recorded(runtime, caller, event, async () => {
    if (past !== undefined) await store.putTemplateVersion(entityId, template.id, past);
    const isKept = await store.putTemplate(entityId, { template, revision: before.revision });
    if (!isKept) throw new Fault("settings.changed");
  });
  const use = (await store.listTemplateUse(entityId)).get(template.id);
  return viewOf({ template, revision: before.revision + 1 }, use, runtime.now());
};

const unused: Store.TemplateUse = { used: 0, changed: 0, outcomes: {} };

const viewOf = ({ revision, template }: Store.KeptTemplate, use = unused, now: string): TemplateView => {
  const { approved, ended, id, working } = template;
  return {
    id,
    revision,
    approved: approved === undefined ? null : versionOf(approved),
    working: working === undefined ? null : versionOf(working),
    ended: ended === undefined ? null : versionOf(ended),
    expired: approved !== undefined && !Template.isUsable(approved, now),
    reviewDue: approved !== undefined && Template.isReviewDue(approved, now),
    use: { ...use, outcomes: { ...use.outcomes } },
  };
};

const versionOf = (version: Template.Version): z.infer<typeof VersionView> => ({
  ...version,
  steps: version.steps.map((step) => ({ ...step })),
});
