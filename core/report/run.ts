import * as Sla from "#core/sla";
import type { Run } from "./story.ts";

/**
 * The clock of a promise as the log starts it. One that begins earlier than the one that runs corrects it, and one that
 * begins with it is the same promise made shorter: neither is told twice.
 */
export const startRun = (
  before: Run | undefined,
  { dueAt, kind, startedAt }: Sla.Target,
  fired: readonly Sla.Mark["mark"][] = [],
): Run => {
  const isTold = fired.includes("breached") ? { isTold: true as const } : {};
  const fresh = { kind, startedAt, dueAt, since: startedAt, usedSeconds: 0, ...isTold };
  if (before?.kind !== kind || before.startedAt < startedAt) return fresh;
  return before.startedAt === startedAt ? { ...before, dueAt } : { ...before, ...fresh };
};

/** The run with the open time up to an instant counted; it stands still afterwards. */
export const haltRun = ({ since, ...run }: Run, at: Sla.Instant, calendar: Sla.Calendar): Run =>
  since === undefined ? run : { ...run, usedSeconds: run.usedSeconds + Sla.elapsedSeconds(since, at, calendar) };

export const resumeRun = (run: Run, { dueAt }: Sla.Target, at: Sla.Instant): Run => ({
  ...run,
  dueAt,
  since: run.since ?? at,
});
