import type * as Entity from "#core/entity";
import * as Incident from "#core/incident";
import * as Instant from "#core/instant";
import type { Runtime } from "#functions/runtime";

const quarterMinutes = 15;
/** Fewer beginnings than any spike has: the past need not be read. */
const worthLooking = 8;
const historyDays = 8 * 7 + 1;

/** Compares the last quarter of an hour with the same hour of the weeks before, and keeps what supervisors are told of. */
export const watchIncidents = async ({ log, now, store }: Runtime, entity: Entity.Entity): Promise<void> => {
  const at = now();
  const recent = Incident.sum(
    await store.listTallies(entity.id, "minute", { from: Instant.after(at, (1 - quarterMinutes) * 60), to: at }),
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
  const past = {
    from: Instant.after(at, -historyDays * Instant.daySeconds),
    to: Instant.after(at, -quarterMinutes * 60),
  };
  return Incident.spikes(recent, Incident.historyOf(await store.listTallies(id, "quarter", past)), at, timeZone);
};
