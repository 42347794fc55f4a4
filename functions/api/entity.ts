import { createRoute } from "@hono/zod-openapi";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Retention from "#core/retention";
import type { Runtime } from "#functions/runtime";
import { expectSendable, newWordsOf } from "./approved-words.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, problems } from "./route.ts";
import { beginLibrary } from "./starter.ts";
import { expectDistinct, expectUnused } from "./team.ts";

const readEntity = createRoute({
  method: "get",
  path: "/api/entity",
  responses: { 200: json("The bank: accounts, teams, promises", Entity.Entity), ...problems },
});

const putEntity = createRoute({
  method: "put",
  path: "/api/entity",
  request: { body: body(Entity.Entity) },
  responses: {
    200: json(
      "As it is kept, with its next revision; 409 when another one came first: read it and change that",
      Entity.Entity,
    ),
    ...problems,
  },
});

export const addEntity = (app: Api, runtime: Runtime): void => {
  const { environment, now, store } = runtime;
  app.openapi(readEntity, async (context) => {
    const { entityId } = permit(context.get("caller"), "manage-entity");
    const entity = await store.readEntity(entityId);
    if (entity === undefined) throw new Fault("entity.unknown");
    return context.json(entity, 200);
  });
  app.openapi(putEntity, async (context) => {
    const caller = permit(context.get("caller"), "manage-entity");
    const { entityId } = caller;
    const entity = context.req.valid("json");
    if (entity.id !== entityId) throw new Fault("permission.denied");
    const before = await store.readEntity(entityId);
    expectDistinct(entity);
    refuseWithheldAccounts(entity, before, environment.ACCOUNTS_ALLOWED);
    const next = withTerm(Entity.revise(before, entity), before, now());
    const change = Entity.entityChange(before, next);
    if (before !== undefined && change === undefined) return context.json(before, 200);
    if (before?.revision !== entity.revision) throw new Fault("settings.changed");
    await expectSendable(runtime, next, newWordsOf(before, next));
    await expectUnused(runtime, before, next);
    const kept = await recorded(runtime, caller, change, () => store.putEntity(next));
    if (before === undefined) await beginLibrary(runtime, caller);
    return context.json(kept, 200);
  });
};

/** What erases sooner can be taken back for a while, by whichever way it is set. */
const withTerm = (next: Entity.Entity, before: Entity.Entity | undefined, now: string): Entity.Entity =>
  next.retention === undefined
    ? next
    : { ...next, retention: Retention.setTerm(before?.retention, next.retention.wordsDays, now) };

/**
 * An account belongs to one bank: the store refuses what is another's. One that is nobody's yet may be named by any admin
 * of the installation. That draws no messages by itself, since a platform delivers only for accounts which the operator's
 * own app was authorised for, and sends nothing, since the operator alone fills in the tokens. Where banks that do not
 * trust one another share an installation, the operator lists the accounts that may be named.
 */
export const refuseWithheldAccounts = (
  entity: Entity.Entity,
  before: Entity.Entity | undefined,
  allowed: string | undefined,
): void => {
  if (allowed === undefined) return;
  const names = new Set(allowed.split(",").map((name) => name.trim()));
  for (const { accountId, platform } of entity.accounts) {
    const isKept = before !== undefined && Entity.accountOf(before, platform, accountId) !== undefined;
    if (isKept || names.has(`${platform}:${accountId}`)) continue;
    throw new Fault("entity.account-withheld", { platform, accountId });
  }
};
