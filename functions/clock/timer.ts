import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import { type Runtime, timerMessage } from "#functions/runtime";

/** How far ahead timers are queued; whoever sets a nearer one queues it itself. */
const horizonSeconds = 3 * 60;
/** A timer this late was lost on its way, and is queued again until it has fired. */
const graceSeconds = 60;
const epoch = "1970-01-01T00:00:00.000Z";

/**
 * Queues what came within the horizon since the last sweep, and what is overdue. What has fired has left the index, so
 * the cost does not depend on how many conversations are open.
 */
export const sweep = async ({ now: clock, queues, store }: Runtime): Promise<void> => {
  const now = clock();
  const overdueUntil = Instant.after(now, -graceSeconds);
  const horizon = Instant.after(now, horizonSeconds);
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
