import type * as Entity from "#core/entity";
import { describe, Fault } from "#core/fault";
import * as Board from "#functions/board";
import { closeExpired } from "#functions/live";
import type { Runtime } from "#functions/runtime";
import { reconcile } from "./desk.ts";
import { watchIncidents } from "./incident.ts";
import { recover } from "./outbox.ts";
import { lookAfterAccounts } from "./repair.ts";
import { takeInStrays } from "./stray.ts";
import { sweep } from "./timer.ts";

/**
 * Every minute: queues the timers that come due, and finds what a crash left behind. Each part stands alone; one that
 * fails is logged and tried again a minute later.
 * @throws clock.incomplete once every part was tried, so that a failed part is a failed run to whoever watches the runs
 */
export const tick = async (runtime: Runtime): Promise<void> => {
  let failed = 0;
  const attempt = async (event: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failed += 1;
      runtime.log.error(event, { error: describe(error) });
    }
  };
  await attempt("clock.sweep-failed", () => sweep(runtime));
  await attempt("clock.outbox-failed", () => recover(runtime));
  await attempt("clock.entities-failed", async () => {
    for (const entity of await runtime.store.listEntities()) {
      await attempt("clock.desks-failed", () => reconcile(runtime, entity.id));
      await attempt("clock.incidents-failed", () => watchIncidents(runtime, entity));
      await attempt("clock.hours-failed", () => Board.sumHours(runtime, entity.id));
      await attempt("clock.board-failed", async () =>
        takeInStrays(runtime, entity, await Board.repair(runtime, entity.id)),
      );
      await attempt("clock.accounts-failed", () => lookAfterAccounts(runtime, entity));
      await attempt("clock.expiry-failed", () => closeExpired(runtime, entity.id));
      await attempt("clock.route-failed", () => drainTeams(runtime, entity));
    }
  });
  if (failed > 0) throw new Fault("clock.incomplete", { failed });
};

const drainTeams = ({ queues }: Runtime, { id: entityId, teams }: Entity.Entity): Promise<void> =>
  queues.send(
    "route",
    teams.map((team) => ({ body: { entityId, teamId: team.id } })),
  );
