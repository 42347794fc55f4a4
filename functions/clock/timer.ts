import type * as Sla from "#core/sla";
import { type Runtime, timerMessage } from "#functions/runtime";

/** How far ahead timers are queued; whoever sets a nearer one queues it itself. */
const horizonMilliseconds = 3 * 60_000;
/** A timer this late was lost on its way, and is queued again until it has fired. */
const graceMilliseconds = 60_000;
const epoch = "1970-01-01T00:00:00.000Z";

/**
 * Queues what came within the horizon since the last sweep, and what is overdue. What has fired has left the index, so
 * the cost does not depend on how many conversations are open.
 */
export const sweep = async ({ now: clock, queues, store }: Runtime): Promise<void> => {
  const now = clock();
  const overdueUntil = moved(now, -graceMilliseconds);
  const horizon = moved(now, horizonMilliseconds);
  const queuedUntil = await store.readClock();
  const overdue = await store.listTimers(epoch, overdueUntil);
  const coming = await store.listTimers(resume(queuedUntil, overdueUntil, horizon), horizon);
  await queues.send(
    "timers",
    [...overdue, ...coming].map(({ at, ...key }) => timerMessage({ kind: "mark", ...key }, at, now)),
  );
  await store.putClock(horizon);
};

/** Where the last sweep ended, unless that is long past, or ahead: the time was set back, or another sweep runs beside this. */
const resume = (queuedUntil: Sla.Instant | undefined, overdueUntil: Sla.Instant, horizon: Sla.Instant): Sla.Instant =>
  queuedUntil === undefined || queuedUntil < overdueUntil || queuedUntil > horizon ? overdueUntil : queuedUntil;

const moved = (at: Sla.Instant, milliseconds: number): Sla.Instant =>
  new Date(Date.parse(at) + milliseconds).toISOString();
