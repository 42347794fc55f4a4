import type * as Sla from "#core/sla";
import * as Store from "#core/store";
import { type Runtime, timerMessage } from "#functions/runtime";

/** How far ahead timers are queued; whoever sets a nearer one queues it itself. */
const horizonMilliseconds = 3 * 60_000;
/** A timer this late was lost on its way: it is queued again until its minute is empty. */
const graceMilliseconds = 60_000;
/** Where a first sweep begins. */
const firstLookBackMilliseconds = 24 * 3_600_000;

/**
 * Reads only the minutes that matter: those not known to be empty yet, and those that came within the horizon since the
 * last sweep. The cost does not depend on how many conversations are open.
 */
export const sweep = async ({ now: clock, queues, store }: Runtime): Promise<void> => {
  const now = clock();
  const cursor = (await store.readClock()) ?? {
    clearedUntil: before(now, firstLookBackMilliseconds),
    queuedUntil: now,
  };
  const overdueUntil = before(now, graceMilliseconds);
  const horizon = before(now, -horizonMilliseconds);
  let clearedUntil = cursor.clearedUntil;
  let isClear = true;
  for (const minute of Store.minutesBetween(cursor.clearedUntil, overdueUntil)) {
    const due = (await store.listTimers(minute)).filter(({ at }) => at <= overdueUntil);
    await queueAll(due);
    isClear = isClear && due.length === 0;
    if (isClear) clearedUntil = `${minute}:00.000Z`;
  }
  for (const minute of Store.minutesBetween(cursor.queuedUntil, horizon)) {
    await queueAll((await store.listTimers(minute)).filter(({ at }) => at > cursor.queuedUntil && at <= horizon));
  }
  await store.putClock({ clearedUntil, queuedUntil: horizon });

  async function queueAll(due: readonly Store.Due[]): Promise<void> {
    await queues.send(
      "timers",
      due.map(({ at, conversationId, entityId }) => timerMessage({ kind: "mark", entityId, conversationId }, at, now)),
    );
  }
};

const before = (at: Sla.Instant, milliseconds: number): Sla.Instant =>
  new Date(Date.parse(at) - milliseconds).toISOString();
