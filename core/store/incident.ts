import { Fault } from "#core/fault";
import type * as Incident from "#core/incident";
import { incidentKey, rulesKey } from "./key.ts";
import type { Item, Table } from "./table.ts";

/** Puts a new incident once. Answers the one that is there when it was opened before. */
export const putIncident = async (
  table: Table,
  entityId: string,
  incident: Incident.Incident,
): Promise<Incident.Incident> => {
  const item = itemOf(entityId, incident);
  if (await table.put(item, { ConditionExpression: "attribute_not_exists(pk)" })) return incident;
  return (await readIncident(table, entityId, incident.id)) ?? incident;
};

const attemptLimit = 8;

/**
 * Changes an incident from what it is at that moment. `change` answers the same object when there is nothing to change.
 * @throws incident.unknown; incident.busy when others kept changing it; what `change` throws
 */
export const reviseIncident = async (
  table: Table,
  entityId: string,
  id: string,
  change: (incident: Incident.Incident) => Incident.Incident,
): Promise<Incident.Incident> => {
  for (let attempt = 0; attempt < attemptLimit; attempt += 1) {
    const before = await readIncident(table, entityId, id);
    if (before === undefined) throw new Fault("incident.unknown");
    const after = change(before);
    if (after === before) return before;
    const isKept = await table.put(itemOf(entityId, after), {
      ConditionExpression: "revision = :before",
      ExpressionAttributeValues: { ":before": before.revision },
    });
    if (isKept) return after;
  }
  throw new Fault("incident.busy");
};

export const readIncident = async (
  table: Table,
  entityId: string,
  id: string,
): Promise<Incident.Incident | undefined> => open(await table.get(incidentKey(entityId, id)));

/** Every incident of an entity, the newest first. */
export const listIncidents = async (table: Table, entityId: string): Promise<readonly Incident.Incident[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": incidentKey(entityId, "").pk, ":prefix": "INCIDENT#" },
    ConsistentRead: true,
  });
  return items.flatMap((item) => open(item) ?? []).toSorted((left, right) => (left.openedAt < right.openedAt ? 1 : -1));
};

/** The rules of the incidents that are open, in one item: what every new conversation is compared with. */
export type IncidentRule = { readonly id: string; readonly rule: Incident.Rule };

export const readIncidentRules = async (table: Table, entityId: string): Promise<readonly IncidentRule[]> => {
  const item = await table.get(rulesKey(entityId));
  return item === undefined ? [] : (JSON.parse(String(item["rules"])) as readonly IncidentRule[]);
};

/**
 * Written anew from the incidents themselves after each that opens or closes. They are read after the revision that is
 * replaced, so that of two who write at once the later one knows of both.
 * @throws incident.busy when others kept writing
 */
export const putIncidentRules = async (table: Table, entityId: string): Promise<void> => {
  for (let attempt = 0; attempt < attemptLimit; attempt += 1) {
    const before = await table.get(rulesKey(entityId));
    const revision = Number(before?.["revision"] ?? 0);
    const rules = (await listIncidents(table, entityId))
      .filter(({ status }) => status === "open")
      .map(({ id, rule }) => ({ id, rule }));
    const item = { ...rulesKey(entityId), revision: revision + 1, rules: JSON.stringify(rules) };
    if (await table.put(item, unchangedSince(revision))) return;
  }
  throw new Fault("incident.busy");
};

/** Rules written before they were counted have no revision. */
const unchangedSince = (revision: number) =>
  revision === 0
    ? { ConditionExpression: "attribute_not_exists(revision)" }
    : { ConditionExpression: "revision = :before", ExpressionAttributeValues: { ":before": revision } };

const itemOf = (entityId: string, incident: Incident.Incident): Item => ({
  ...incidentKey(entityId, incident.id),
  revision: incident.revision,
  incident: JSON.stringify(incident),
});

const open = (item: Item | undefined): Incident.Incident | undefined =>
  item === undefined ? undefined : (JSON.parse(String(item["incident"])) as Incident.Incident);
