import { createRoute, z } from "@hono/zod-openapi";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Kit from "#core/kit";
import type { Runtime } from "#functions/runtime";
import { afresh } from "./afresh.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { endConnections } from "./rights.ts";
import { type Api, body, json, problems } from "./route.ts";
import type { Caller } from "./sign-in.ts";
import { refuseUnsendable } from "./unsendable.ts";

const Learned = z.object({
  trainingId: z.string(),
  state: z.enum(["valid", "expired", "missing"]),
  until: z.iso.datetime().optional(),
});
const Standing = z.object({
  charterVersion: z.number().nullable().openapi({ description: "The one last accepted" }),
  charterAt: z.iso.datetime().nullable(),
  accepted: z.boolean().openapi({ description: "The current one is; or there is none" }),
  probation: z.boolean(),
  approver: z.boolean(),
  trainings: z.array(Learned),
});
const KitView = z.object({ kit: Kit.Kit, mine: Standing }).openapi("Kit");
const PersonView = Standing.extend({ id: z.string(), name: z.string(), role: Entity.Role }).openapi("KitPerson");

const readKit = createRoute({
  method: "get",
  path: "/api/kit",
  responses: { 200: json("Charter, trainings and approved facts, and how the reader stands", KitView), ...problems },
});
const putKit = createRoute({
  method: "put",
  path: "/api/kit",
  request: { body: body(Kit.Kit) },
  responses: { 200: json("As it is kept; other words of the charter are its next version", Kit.Kit), ...problems },
});
const acceptCharter = createRoute({
  method: "post",
  path: "/api/kit/charter/acceptance",
  request: { body: body(z.object({ version: z.number().int().min(1) })) },
  responses: { 204: { description: "Accepted" }, ...problems },
});
const listPeople = createRoute({
  method: "get",
  path: "/api/kit/people",
  responses: { 200: json("Who has accepted and learned what", z.object({ items: z.array(PersonView) })), ...problems },
});
const PersonId = z.object({
  id: z
    .string()
    .min(1)
    .max(100)
    .openapi({ param: { name: "id", in: "path" } }),
});
const recordTraining = createRoute({
  method: "put",
  path: "/api/kit/people/{id}/trainings/{trainingId}",
  request: {
    params: PersonId.extend({
      trainingId: z
        .string()
        .min(1)
        .max(40)
        .openapi({ param: { name: "trainingId", in: "path" } }),
    }),
  },
  responses: { 204: { description: "Learned today" }, ...problems },
});
const changePerson = createRoute({
  method: "put",
  path: "/api/kit/people/{id}",
  request: {
    params: PersonId,
    body: body(z.object({ probation: z.boolean().optional(), approver: z.boolean().optional() })),
  },
  responses: {
    204: {
      description: "What is named is changed, the rest stays; an approver is named by compliance and administrators",
    },
    ...problems,
  },
});

export const addKit = (app: Api, runtime: Runtime): void => {
  const { now, store } = runtime;
  app.openapi(readKit, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "read");
    const [kit, standing, desk] = await Promise.all([
      store.readKit(entityId),
      store.readKitStanding(entityId, agentId),
      store.readDesk(entityId, agentId),
    ]);
    return context.json({ kit, mine: standingOf(kit, standing, desk?.agent, now()) }, 200);
  });
  app.openapi(putKit, async (context) => {
    const caller = permit(context.get("caller"), "manage-kit");
    const asked = context.req.valid("json");
    refuseUnsendable(textsOf(asked));
    const before = await store.readKit(caller.entityId);
    if (asked.version !== before.version) throw new Fault("settings.changed");
    const kit = Kit.revise(before, asked);
    const fields = Kit.differences(before, kit);
    if (fields.length === 0) return context.json(before, 200);
    await recorded(runtime, caller, { type: "kit-changed", version: kit.version, fields }, async () => {
      if (!(await store.putKit(caller.entityId, kit))) throw new Fault("settings.changed");
    });
    return context.json(kit, 200);
  });
  app.openapi(acceptCharter, async (context) => {
    const caller = permit(context.get("caller"), "read");
    const { agentId, entityId } = caller;
    const { version } = context.req.valid("json");
    const { charter } = await store.readKit(entityId);
    if (charter?.version !== version) throw new Fault("charter.other-version");
    const event = { type: "charter-accepted", agentId, version } as const;
    await recorded(runtime, caller, event, () =>
      store.putKitStanding(entityId, agentId, { charter: { version, at: now() } }),
    );
    return context.body(null, 204);
  });
  addPeople(app, runtime);
};

const textsOf = ({ charter, facts, trainings }: Kit.Kit): readonly string[] => [
  ...(charter === undefined ? [] : [charter.fr, charter.en]),
  ...facts.flatMap(({ label, value }) => [label.fr, label.en, value.fr, value.en]),
  ...trainings.flatMap(({ title }) => [title.fr, title.en]),
];

const addPeople = (app: Api, runtime: Runtime): void => {
  const { now, store } = runtime;
  app.openapi(listPeople, async (context) => {
    const { entityId } = permit(context.get("caller"), "record-training");
    const [kit, standings, desks] = await Promise.all([
      store.readKit(entityId),
      store.listKitStandings(entityId),
      store.listDesks(entityId),
    ]);
    const items = desks
      .filter(({ agent }) => agent.removed !== true)
      .map(({ agent }) => {
        const standing = standings.find(({ agentId }) => agentId === agent.id) ?? Kit.newcomer(agent.id);
        return { id: agent.id, name: agent.name, role: agent.role, ...standingOf(kit, standing, agent, now()) };
      });
    return context.json({ items }, 200);
  });
  app.openapi(recordTraining, async (context) => {
    const caller = permit(context.get("caller"), "record-training");
    const { id: agentId, trainingId } = context.req.valid("param");
    const { trainings } = await store.readKit(caller.entityId);
    if (!trainings.some(({ id }) => id === trainingId)) throw new Fault("request.not-found");
    await expectAgent(runtime, caller, agentId);
    await recorded(runtime, caller, { type: "training-recorded", agentId, trainingId }, () =>
      store.putKitStanding(caller.entityId, agentId, { trainingId, at: now() }),
    );
    return context.body(null, 204);
  });
  app.openapi(changePerson, async (context) => {
    const caller = permit(context.get("caller"), "record-training");
    const changes = context.req.valid("json");
    const change = await afresh(async () => {
      const before = await expectAgent(runtime, caller, context.req.valid("param").id);
      const isNamed = changes.approver !== undefined && changes.approver !== (before.approver === true);
      if (isNamed) permit(caller, "manage-kit");
      if (before.id === caller.agentId) throw new Fault("permission.denied");
      const agent = { ...before, ...changes };
      const named = Entity.agentChange(before, agent);
      await recorded(runtime, caller, named, () => store.putAgent(agent));
      return named;
    });
    await endConnections(runtime, caller.entityId, change);
    return context.body(null, 204);
  });
};

const expectAgent = async ({ store }: Runtime, { entityId }: Caller, agentId: string): Promise<Entity.Agent> => {
  const agent = (await store.readDesk(entityId, agentId))?.agent;
  if (agent === undefined || agent.removed === true) throw new Fault("agent.unknown");
  return agent;
};

const standingOf = (
  kit: Kit.Kit,
  standing: Kit.Standing,
  agent: Entity.Agent | undefined,
  now: string,
): z.infer<typeof Standing> => ({
  charterVersion: standing.charter?.version ?? null,
  charterAt: standing.charter?.at ?? null,
  accepted: Kit.hasAccepted(kit, standing),
  probation: agent?.probation === true,
  approver: agent?.approver === true,
  trainings: kit.trainings.map((training) => ({ trainingId: training.id, ...Kit.learned(training, standing, now) })),
});
