import type * as Entity from "#core/entity";
import { describe, Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import * as Board from "#functions/board";
import { closeExpired } from "#functions/live";
import { inLanes, type Runtime } from "#functions/runtime";
import { reconcile } from "./desk.ts";
import { watchIncidents } from "./incident.ts";
import { recover } from "./outbox.ts";
import { lookAfterAccounts } from "./repair.ts";
import { takeInStrays } from "./stray.ts";
import { endTerms } from "./term.ts";
import { sweep } from "./timer.ts";

/** A bank with hundreds of agents takes seconds of the minute: others run beside it. */
const banksAtOnce = 4;

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
    await inLanes(banksAtOnce, inTurn(await runtime.store.listEntities(), runtime.now()), async (entity) => {
      await attempt("clock.desks-failed", () => reconcile(runtime, entity.id));
      await attempt("clock.incidents-failed", () => watchIncidents(runtime, entity));
      await attempt("clock.hours-failed", () => Board.sumHours(runtime, entity.id));
      await attempt("clock.board-failed", async () =>
        takeInStrays(runtime, entity, await Board.repair(runtime, entity.id)),
      );
      await attempt("clock.accounts-failed", () => lookAfterAccounts(runtime, entity));
      await attempt("clock.expiry-failed", () => closeExpired(runtime, entity.id));
      await attempt("clock.terms-failed", () => endTerms(runtime, entity));
      await attempt("clock.route-failed", () => drainTeams(runtime, entity));
    });
  });
  if (failed > 0) throw new Fault("clock.incomplete", { failed });
};

/** Starts with another bank every minute, so that a run that times out does not skip the same banks each time. */
const inTurn = (entities: readonly Entity.Entity[], now: Sla.Instant): readonly Entity.Entity[] => {
  const start = Math.floor(Date.parse(now) / 60_000) % Math.max(1, entities.length);
  return [...entities.slice(start), ...entities.slice(0, start)];
};

const drainTeams = ({ queues }: Runtime, { id: entityId, teams }: Entity.Entity): Promise<void> =>
  queues.send(
    "route",
    teams.map((team) => ({ body: { entityId, teamId: team.id } })),
  );
