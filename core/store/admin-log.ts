import * as Audit from "#core/audit";
import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import { adminKey } from "./key.ts";
import type { Item, Table } from "./table.ts";

export type AdminEntry = Audit.Entry<Entity.AdminEvent>;
type Draft = Omit<AdminEntry, "version" | "previous">;

const attemptLimit = 12;

/**
 * Adds one entry to an entity's log of administration, sealed with the hash of the one before. An entry is one
 * conditional write of the next version; after a refused one a consistent read tells whether it was our own earlier try.
 * @returns the entry's version
 * @throws store.unavailable when others kept winning
 */
export const appendAdmin = async (table: Table, entityId: string, draft: Draft): Promise<number> => {
  for (let attempt = 0; attempt < attemptLimit; attempt += 1) {
    const last = await readLast(table, entityId);
    const earlier = last === undefined ? undefined : Audit.openEntry<Entity.AdminEvent>(last);
    if (earlier?.commitId === draft.commitId) return earlier.version;
    const version = (earlier?.version ?? 0) + 1;
    const previous = last === undefined ? Audit.genesis : Audit.hashEntry(last);
    const entry = Audit.sealEntry({ ...draft, version, previous });
    const condition = { ConditionExpression: "attribute_not_exists(pk)" };
    if (await table.put({ ...adminKey(entityId, version), entry }, condition)) return version;
  }
  throw new Fault("store.unavailable", { attempts: attemptLimit });
};

/** Sealed entries after a version, oldest first, at most `limit`. */
export const readAdminLog = async (
  table: Table,
  entityId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly string[]> => {
  if (limit === 0) return [];
  const { items } = await table.query({
    KeyConditionExpression: "pk = :pk AND sk > :after",
    ExpressionAttributeValues: { ":pk": adminKey(entityId, 0).pk, ":after": adminKey(entityId, after).sk },
    Limit: limit,
    ConsistentRead: true,
  });
  return items.map(entryOf);
};

/** The newest entry's version; 0 while nothing was changed. */
export const readAdminVersion = async (table: Table, entityId: string): Promise<number> => {
  const last = await readLast(table, entityId);
  return last === undefined ? 0 : Audit.openEntry<Entity.AdminEvent>(last).version;
};

const readLast = async (table: Table, entityId: string): Promise<string | undefined> => {
  const { items } = await table.query({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": adminKey(entityId, 0).pk },
    ScanIndexForward: false,
    Limit: 1,
    ConsistentRead: true,
  });
  return items.map(entryOf).at(0);
};

const entryOf = (item: Item): string => String(item["entry"]);
