import * as Account from "#core/account";
import type * as Entity from "#core/entity";
import type { QueueMessage, Runtime } from "#functions/runtime";

/** X's renewed tokens live two hours; a minute's tick comes ten times before the end. */
const renewedBeforeMilliseconds = 10 * 60_000;

/** Has every account looked after in its time: that its platform still tells us, its token lives, its removals are ours. */
export const lookAfterAccounts = async (
  { now, queues, store }: Pick<Runtime, "now" | "queues" | "store">,
  { accounts, id: entityId }: Entity.Entity,
): Promise<void> => {
  const at = now();
  const jobs: QueueMessage[] = [];
  for (const { accountId, platform } of accounts) {
    const key = { entityId, platform, accountId };
    const health = await store.readHealth(key);
    if (Account.isCheckDue(health, at)) jobs.push({ body: { kind: "check", ...key } });
    const isRecheck = platform === "x" && Account.isRecheckDue(health, at);
    if (isRecheck) jobs.push({ body: { kind: "recheck", ...key, list: "open" } });
    const { expiresAt } = (await store.readCredential(key)) ?? {};
    const isEnding = expiresAt !== undefined && Date.parse(expiresAt) - Date.parse(at) <= renewedBeforeMilliseconds;
    if (isEnding) jobs.push({ body: { kind: "renew", ...key } });
    // Queued first, written after: what a crash swallows between the two is only asked for twice.
    await queues.send("repairs", jobs.splice(0));
    await store.changeHealth(key, (current) => Account.schedule(current, at));
  }
};
