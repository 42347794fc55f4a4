import { createRoute } from "@hono/zod-openapi";
import * as Account from "#core/account";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import type { Runtime } from "#functions/runtime";
import { afresh } from "./afresh.ts";
import { healthOf } from "./channel-health.ts";
import { AccountId, AccountNames, ChannelHealth, CredentialInput } from "./channel-schema.ts";
import { refuseWithheldAccounts } from "./entity.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, languageOf, problems } from "./route.ts";
import type { Caller } from "./sign-in.ts";

const readHealth = createRoute({
  method: "get",
  path: "/api/channels/health",
  responses: { 200: json("How each account stands at its platform", ChannelHealth), ...problems },
});

const putAccount = createRoute({
  method: "put",
  path: "/api/channels/{platform}/{accountId}",
  request: { params: AccountId, body: body(AccountNames) },
  responses: { 200: json("As it is kept", Entity.Account), ...problems },
});

const putCredential = createRoute({
  method: "put",
  path: "/api/channels/{platform}/{accountId}/credential",
  request: { params: AccountId, body: body(CredentialInput) },
  responses: { 204: { description: "Kept sealed; nobody can read it again" }, ...problems },
});

const removeCredential = createRoute({
  method: "delete",
  path: "/api/channels/{platform}/{accountId}/credential",
  request: { params: AccountId },
  responses: { 204: { description: "Forgotten; the operator's own token counts, where there is one" }, ...problems },
});

const checkAccount = createRoute({
  method: "post",
  path: "/api/channels/{platform}/{accountId}/check",
  request: { params: AccountId },
  responses: {
    202: { description: "The platform is being asked; the account's health tells what it says" },
    ...problems,
  },
});

/** An account is connected, tried and watched here. What proves who we are goes in and never comes out. */
export const addChannels = (app: Api, runtime: Runtime): void => {
  const { queues, secrets, store } = runtime;
  app.openapi(readHealth, async (context) => {
    const { entityId } = permit(context.get("caller"), "read-health");
    const entity = await entityOf(runtime, entityId);
    return context.json(await healthOf(runtime, entity, languageOf(context)), 200);
  });
  app.openapi(putAccount, async (context) => {
    const caller = permit(context.get("caller"), "manage-channels");
    const account = { ...context.req.valid("param"), ...context.req.valid("json") };
    return context.json(await afresh(() => keepAccount(runtime, caller, account)), 200);
  });
  app.openapi(putCredential, async (context) => {
    const caller = permit(context.get("caller"), "manage-channels");
    const key = await keyOf(runtime, caller, context.req.valid("param"));
    const credential = context.req.valid("json");
    if (!Account.fits(key.platform, credential)) throw new Fault("account.credential-unfit");
    const { platform, accountId } = key;
    const event = { type: "account-connected", platform, accountId, credential: credential.kind } as const;
    await recorded(runtime, caller, event, async () => {
      const sealed = await Identity.sealCredential(credential, await secrets.read("TOKEN_KEY"));
      const expiresAt = Account.expiryOf(credential);
      const { kind } = credential;
      await store.putCredential(key, { sealed, kind, ...(expiresAt === undefined ? {} : { expiresAt }) });
      await store.changeHealth(key, Account.reconnect);
      await queues.send("repairs", [{ body: { kind: "check", ...key, isNew: true } }]);
    });
    return context.body(null, 204);
  });
  app.openapi(removeCredential, async (context) => {
    const caller = permit(context.get("caller"), "manage-channels");
    const key = await keyOf(runtime, caller, context.req.valid("param"));
    const { platform, accountId } = key;
    await recorded(runtime, caller, { type: "account-disconnected", platform, accountId }, () =>
      store.removeCredential(key),
    );
    await queues.send("repairs", [{ body: { kind: "check", ...key } }]);
    return context.body(null, 204);
  });
  app.openapi(checkAccount, async (context) => {
    const caller = permit(context.get("caller"), "manage-channels");
    const key = await keyOf(runtime, caller, context.req.valid("param"));
    await queues.send("repairs", [{ body: { kind: "check", ...key, isNew: true } }]);
    return context.body(null, 202);
  });
};

const entityOf = async ({ store }: Pick<Runtime, "store">, entityId: string): Promise<Entity.Entity> => {
  const entity = await store.readEntity(entityId);
  if (entity === undefined) throw new Fault("entity.unknown");
  return entity;
};

type Named = { readonly platform: Entity.Platform; readonly accountId: string };

/** An account of another bank's is as unknown as one of nobody's. */
const keyOf = async (runtime: Runtime, { entityId }: Caller, { accountId, platform }: Named) => {
  const entity = await entityOf(runtime, entityId);
  if (Entity.accountOf(entity, platform, accountId) === undefined) throw new Fault("request.not-found");
  return { entityId, platform, accountId };
};

const keepAccount = async (runtime: Runtime, caller: Caller, account: Entity.Account): Promise<Entity.Account> => {
  const before = await entityOf(runtime, caller.entityId);
  const isOther = (each: Entity.Account) => each.platform !== account.platform || each.accountId !== account.accountId;
  const parsed = Entity.Entity.safeParse({ ...before, accounts: [...before.accounts.filter(isOther), account] });
  if (!parsed.success) throw new Fault("request.invalid");
  refuseWithheldAccounts(parsed.data, before, runtime.environment.ACCOUNTS_ALLOWED);
  await recorded(runtime, caller, Entity.entityChange(before, parsed.data), () => runtime.store.putEntity(parsed.data));
  return account;
};
