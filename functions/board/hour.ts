import * as Board from "#core/board";
import type { Runtime } from "#functions/runtime";

const hourMilliseconds = 3_600_000;
/** The hour that is over and the one before it: what came late is summed up an hour later. */
const hoursBack = 2;
/** An outcome may take a while from its commit to the list of outcomes. */
const graceMinutes = 3;

/** Sums up the hours that are over, once each and once again; summing up twice is the same sum. */
export const sumHours = async ({ now, store }: Pick<Runtime, "now" | "store">, entityId: string): Promise<void> => {
  const at = Date.parse(now());
  const minute = Math.floor((at % hourMilliseconds) / 60_000);
  if (minute < graceMinutes) return;
  const current = at - (at % hourMilliseconds);
  const period = { from: iso(current - hoursBack * hourMilliseconds), to: iso(current) };
  const known = new Map((await store.listHours(entityId, period)).map((hour) => [hour.startedAt, hour]));
  for (let back = hoursBack; back > 0; back -= 1) {
    const from = iso(current - back * hourMilliseconds);
    const hour = Board.hourOf(
      from,
      await store.listOutcomes(entityId, { from, to: iso(Date.parse(from) + hourMilliseconds) }),
    );
    const isKnown = JSON.stringify(known.get(from)) === JSON.stringify(hour);
    if (!isKnown && hour.answered + hour.broken > 0) await store.putHour(entityId, hour);
  }
};

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
