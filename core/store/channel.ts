import * as Account from "#core/account";
import { Fault } from "#core/fault";
import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import { type AccountKey, credentialKey, healthKey, signatureKey } from "./key.ts";
import { revise } from "./revise.ts";
import { ifVersion } from "./revision.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Item, Table } from "./table.ts";

const attemptLimit = 12;

/** An account's credential, sealed. `refresh`: somebody has set out to renew it, and the old one may be used up. */
export type SealedCredential = {
  readonly version: number;
  readonly sealed: string;
  readonly kind: Account.Credential["kind"];
  readonly expiresAt?: Sla.Instant;
  readonly refresh?: { readonly id: string; readonly at: Sla.Instant };
};

type Sealed = Pick<SealedCredential, "sealed" | "kind" | "expiresAt">;

export const readCredential = async (table: Table, key: AccountKey): Promise<SealedCredential | undefined> =>
  openCredential(await table.get(credentialKey(key)));

/** Replaces whatever was there: an administrator connected the account again. A refresh under way is void. */
export const putCredential = async (table: Table, key: AccountKey, credential: Sealed): Promise<void> => {
  for (let attempt = 0; attempt < attemptLimit; attempt += 1) {
    const version = (await readCredential(table, key))?.version;
    if (await table.put(itemOf(key, (version ?? 0) + 1, credential), ifVersion(version))) return;
  }
  throw new Fault("store.unavailable", { attempts: attemptLimit });
};

export const removeCredential = async (table: Table, key: AccountKey): Promise<void> => {
  await table.remove(credentialKey(key));
};

/** Announces a refresh before the old token is used; false when another came first or the credential is a new one. */
export const beginRefresh = async (
  table: Table,
  key: AccountKey,
  { version, ...credential }: SealedCredential,
  refresh: NonNullable<SealedCredential["refresh"]>,
): Promise<boolean> => table.put(itemOf(key, version + 1, { ...credential, refresh }), ifVersion(version));

/** Ends the refresh that this id began: with the new pair, or without where nothing was used up. */
export const endRefresh = async (
  table: Table,
  key: AccountKey,
  refreshId: string,
  renewed: Sealed | undefined,
): Promise<boolean> => {
  const current = await readCredential(table, key);
  if (current?.refresh?.id !== refreshId) return false;
  const { refresh: _, version, ...old } = current;
  return table.put(itemOf(key, version + 1, renewed ?? old), ifVersion(version));
};

const itemOf = (key: AccountKey, version: number, credential: Omit<SealedCredential, "version">): Item => ({
  ...credentialKey(key),
  version,
  credential: JSON.stringify(credential),
});

const openCredential = (item: Item | undefined): SealedCredential | undefined =>
  item === undefined
    ? undefined
    : {
        version: Number(item["version"]),
        ...(JSON.parse(String(item["credential"])) as Omit<SealedCredential, "version">),
      };

export const readHealth = async (table: Table, key: AccountKey): Promise<Account.Health> =>
  openHealth(await table.get(healthKey(key)));

/**
 * Changes what is known of an account from what it is at that moment. `change` answers the same object when there is
 * nothing to change, and may be asked again.
 * @returns as it was and as it is
 * @throws store.unavailable when others kept changing it
 */
export const changeHealth = (
  table: Table,
  key: AccountKey,
  change: (health: Account.Health) => Account.Health,
): Promise<{ readonly before: Account.Health; readonly after: Account.Health }> =>
  revise(
    table,
    healthKey(key),
    { attribute: "health", initial: Account.unknownHealth, attempts: attemptLimit },
    change,
  );

const openHealth = (item: Item | undefined): Account.Health =>
  item === undefined ? Account.unknownHealth : (JSON.parse(String(item["health"])) as Account.Health);

const hour = 3_600_000;
const hoursKept = 48;

/** Counts deliveries with a wrong signature. They are nobody's: what is not verified is not read. */
export const countRefusals = async (
  table: Table,
  sender: "x" | "meta",
  count: number,
  now: Sla.Instant,
): Promise<void> => {
  const startedAt = hourOf(now);
  await table.update(signatureKey(sender, startedAt), {
    UpdateExpression: "ADD refusals :count SET #expiry = :expiry",
    ExpressionAttributeNames: { "#expiry": expiryAttribute },
    ExpressionAttributeValues: {
      ":count": count,
      ":expiry": expirySeconds(startedAt, hoursKept * 3600),
    },
  });
};

/** Deliveries with a wrong signature within a day. */
export const sumRefusals = async (table: Table, sender: "x" | "meta", now: Sla.Instant): Promise<number> => {
  const { pk } = signatureKey(sender, "");
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk AND sk > :from",
    ExpressionAttributeValues: { ":pk": pk, ":from": hourOf(Instant.after(now, -Instant.daySeconds)) },
  });
  return items.reduce((sum, item) => sum + Number(item["refusals"] ?? 0), 0);
};

const hourOf = (at: Sla.Instant): Sla.Instant => new Date(Math.floor(Date.parse(at) / hour) * hour).toISOString();
