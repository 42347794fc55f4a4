import { createRoute } from "@hono/zod-openapi";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";

const readEntity = createRoute({
  method: "get",
  path: "/api/entity",
  responses: { 200: json("The bank: accounts, teams, promises", Entity.Entity), ...problems },
});

const putEntity = createRoute({
  method: "put",
  path: "/api/entity",
  request: { body: body(Entity.Entity) },
  responses: { 200: json("As it is kept", Entity.Entity), ...problems },
});

export const addEntity = (app: Api, { store }: Runtime): void => {
  app.openapi(readEntity, async (context) => {
    const { entityId } = permit(context.get("caller"), "manage-entity");
    const entity = await store.readEntity(entityId);
    if (entity === undefined) throw new Fault("entity.unknown");
    return context.json(entity, 200);
  });
  app.openapi(putEntity, async (context) => {
    const { entityId } = permit(context.get("caller"), "manage-entity");
    const entity = context.req.valid("json");
    if (entity.id !== entityId) throw new Fault("permission.denied");
    await refuseForeignAccounts(store, entity);
    const kept = Entity.revise(await store.readEntity(entityId), entity);
    await store.putEntity(kept);
    return context.json(kept, 200);
  });
};

/** An account belongs to one bank: another's messages must not be drawn away by naming it. */
const refuseForeignAccounts = async (store: Runtime["store"], entity: Entity.Entity): Promise<void> => {
  for (const { accountId, platform } of entity.accounts) {
    const owner = await store.findEntity(platform, accountId);
    if (owner !== undefined && owner.id !== entity.id) throw new Fault("entity.account-taken", { platform, accountId });
  }
};
