import type * as Entity from "#core/entity";
import * as Incident from "#core/incident";
import type { Runtime } from "#functions/runtime";

const quarterMinutes = 15;
/** Fewer beginnings than any spike has: the past need not be read. */
const worthLooking = 8;
const historyDays = 8 * 7 + 1;

/** Compares the last quarter of an hour with the same hour of the weeks before, and keeps what supervisors are told of. */
export const watchIncidents = async ({ log, now, store }: Runtime, entity: Entity.Entity): Promise<void> => {
  const at = now();
  const recent = Incident.sum(
    await store.listTallies(entity.id, "minute", { from: minutesBefore(at, quarterMinutes - 1), to: at }),
  );
  const before = await store.readAlerts(entity.id);
  const spikes = recent.total < worthLooking ? [] : await compare(store, entity, recent, at);
  const alerts = Incident.watch(before, spikes, at);
  if (JSON.stringify(alerts) !== JSON.stringify(before)) await store.putAlerts(entity.id, alerts);
  for (const alert of alerts) {
    if (alert.raisedAt === at) log.warn("incident.raised", { entityId: entity.id, count: alert.peak.count });
  }
};

const compare = async (
  store: Runtime["store"],
  { id, timeZone }: Entity.Entity,
  recent: ReturnType<typeof Incident.sum>,
  at: string,
): Promise<readonly Incident.Spike[]> => {
  const past = { from: minutesBefore(at, historyDays * 24 * 60), to: minutesBefore(at, quarterMinutes) };
  return Incident.spikes(recent, Incident.historyOf(await store.listTallies(id, "quarter", past)), at, timeZone);
};

const minutesBefore = (at: string, minutes: number): string =>
  new Date(Date.parse(at) - minutes * 60_000).toISOString();
