import { describe } from "#core/fault";
import { closeExpired } from "#functions/live";
import type { Runtime } from "#functions/runtime";
import { reconcile } from "./desk.ts";
import { recover } from "./outbox.ts";
import { sweep } from "./timer.ts";

/**
 * Every minute: queues the timers that come due, and finds what a crash left behind. Each part stands alone; one that
 * fails is logged and tried again a minute later.
 */
export const tick = async (runtime: Runtime): Promise<void> => {
  await attempt(runtime, "clock.sweep-failed", () => sweep(runtime));
  await attempt(runtime, "clock.outbox-failed", () => recover(runtime));
  for (const entity of await runtime.store.listEntities()) {
    await attempt(runtime, "clock.desks-failed", () => reconcile(runtime, entity.id));
    await attempt(runtime, "clock.expiry-failed", () => closeExpired(runtime, entity.id));
    await attempt(runtime, "clock.route-failed", () =>
      runtime.queues.send(
        "route",
        entity.teams.map((team) => ({ body: { entityId: entity.id, teamId: team.id } })),
      ),
    );
  }
};

const attempt = async (runtime: Runtime, event: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    runtime.log.error(event, { error: describe(error) });
  }
};
