import type { Calendar } from "./calendar.ts";
import { dueAt, elapsedSeconds, type Instant } from "./clock.ts";
import type { Mark, Target } from "./target.ts";

/** A promise whose clock stands still. Its marks are those of the moment it stopped; none of them fires. */
export type PausedTarget = Target & { readonly pausedAt: Instant };

export const isPaused = (target: Target | PausedTarget): target is PausedTarget => "pausedAt" in target;

export const pauseTarget = (target: Target | PausedTarget, at: Instant): PausedTarget =>
  isPaused(target) ? target : { ...target, pausedAt: at };

/**
 * The clock runs again with exactly the time that was left, for the deadline and for each mark. What had passed
 * before the pause stays where it was, so a target that was late remains late since the same instant.
 */
export const resumeTarget = (target: Target | PausedTarget, at: Instant, calendar: Calendar): Target => {
  if (!isPaused(target)) return target;
  const { pausedAt, ...stopped } = target;
  const moved = (instant: Instant): Instant =>
    instant <= pausedAt || at <= pausedAt ? instant : dueAt(at, elapsedSeconds(pausedAt, instant, calendar), calendar);
  const marks = stopped.marks.map((mark): Mark => ({ ...mark, at: moved(mark.at) }));
  return { ...stopped, dueAt: moved(stopped.dueAt), marks };
};

/** Open time until the deadline, in seconds: what an agent sees counting down. 0 once it has passed. */
export const secondsLeft = (target: Target | PausedTarget, now: Instant, calendar: Calendar): number =>
  elapsedSeconds(isPaused(target) ? target.pausedAt : now, target.dueAt, calendar);
