import * as z from "zod";
import * as Account from "#core/account";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import { credentialOf, type Runtime } from "#functions/runtime";
import { type Consumer, consume } from "#functions/workers";
import { RecheckStep, recheckPosts } from "./compliance.ts";
import { type Home, LookStep, look } from "./look.ts";
import { checkMeta } from "./meta/index.ts";
import { wakeReplies } from "./wake.ts";
import { checkX } from "./x/index.ts";

const Job = z.discriminatedUnion("kind", [
  /** Whether the platform still tells us and takes what we send, and what it did not tell. */
  z.object({
    kind: z.literal("check"),
    entityId: z.string(),
    platform: Entity.Platform,
    accountId: z.string(),
    /** An administrator has just connected it: what waits may go. */
    isNew: z.literal(true).optional(),
  }),
  /** A token ends soon. */
  z.object({ kind: z.literal("renew"), entityId: z.string(), platform: Entity.Platform, accountId: z.string() }),
  RecheckStep,
  LookStep,
]);
type Job = z.infer<typeof Job>;

/** What platforms do not tell by themselves is asked for. */
export const repair = (runtime: Runtime): Consumer =>
  consume(runtime, "repairs", async (body) => {
    const parsed = Job.safeParse(body);
    if (!parsed.success) throw new Fault("request.invalid");
    const job = parsed.data;
    const entity = await runtime.store.readEntity(job.entityId);
    const account = entity === undefined ? undefined : Entity.accountOf(entity, job.platform, job.accountId);
    // It was let go since.
    if (entity === undefined || account === undefined) return;
    switch (job.kind) {
      case "check":
        return check(runtime, { entity, account }, job);
      case "renew":
        await credentialOf(runtime, keyOf(job));
        return;
      case "recheck":
        return recheckPosts(runtime, { entity, account }, job);
      case "look":
        return look(runtime, { entity, account }, job);
    }
  });

const keyOf = ({ accountId, entityId, platform }: Job): Store.AccountKey => ({ entityId, platform, accountId });

const check = async (runtime: Runtime, home: Home, job: Extract<Job, { kind: "check" }>): Promise<void> => {
  const key = keyOf(job);
  const health = await runtime.store.readHealth(key);
  if ((await credentialOf(runtime, key)) === undefined) {
    await cutOff(runtime, key, "credential-missing");
    return;
  }
  const checkAccount = home.account.platform === "x" ? checkX : checkMeta;
  const result = await checkAccount(runtime, { key, health, ...home });
  const now = runtime.now();
  const { after, before } = await runtime.store.changeHealth(key, (current) => {
    const told = {
      ...Account.found(Account.checked(current, result.problems, now), result.missed, now),
      ...result.health,
    };
    const { outage, ...rest } = told;
    const left = result.outage === "over" ? undefined : (result.outage ?? outage);
    return standingAfter({ ...rest, ...(left === undefined ? {} : { outage: left }) }, result, now);
  });
  tell(runtime, key, { ...result, wasConnected: before.standing.state === "connected", after });
  const isBack = before.standing.state === "reconnect" && after.standing.state === "connected";
  if (isBack || (job.isNew === true && after.standing.state === "connected")) await wakeReplies(runtime, key);
};

type Result = Awaited<ReturnType<typeof checkX>> | Awaited<ReturnType<typeof checkMeta>>;

/** A token that is taken again connects the account; what was taken back by the account's owner stays so. */
const standingAfter = (health: Account.Health, { isDisconnected, isHeard }: Result, now: string): Account.Health => {
  if (isDisconnected) return Account.disconnect(health, "token-refused", now);
  const isRevoked = health.standing.state === "reconnect" && health.standing.reason === "revoked";
  return isHeard && !isRevoked ? Account.reconnect(health) : health;
};

const cutOff = async (runtime: Runtime, key: Store.AccountKey, reason: Account.Disconnection): Promise<void> => {
  const now = runtime.now();
  const { after, before } = await runtime.store.changeHealth(key, (health) =>
    Account.disconnect(Account.checked(health, [], now), reason, now),
  );
  if (before.standing.state !== after.standing.state)
    runtime.log.warn("account.disconnected", { ...key, code: reason });
};

/** One line for all that a check found, however much: each is counted by an alarm. */
const tell = (
  { log }: Runtime,
  key: Store.AccountKey,
  {
    after,
    missed,
    problems,
    wasConnected,
  }: Result & { readonly wasConnected: boolean; readonly after: Account.Health },
): void => {
  if (missed > 0) log.warn("gap.found", { ...key, count: missed });
  for (const code of problems) log.warn("account.problem", { ...key, code });
  if (wasConnected && after.standing.state === "reconnect") {
    log.warn("account.disconnected", { ...key, code: after.standing.reason });
  }
};
