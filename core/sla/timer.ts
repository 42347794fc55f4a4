import type { Instant } from "./clock.ts";
import { isPaused, type PausedTarget } from "./pause.ts";
import type { Mark, Target } from "./target.ts";

/** The marks that have come and have not fired yet, oldest first. After a silence that is more than one. */
export const dueMarks = (
  target: Target | PausedTarget,
  fired: readonly Mark["mark"][],
  now: Instant,
): readonly Mark[] => pending(target, fired).filter((mark) => mark.at <= now);

/** When a target next has something to say; undefined while it is paused and when all has been said. */
export const nextTimerAt = (target: Target | PausedTarget, fired: readonly Mark["mark"][]): Instant | undefined =>
  pending(target, fired)[0]?.at;

/** A mark that came before a pause is still told, late or not; one that would have come after it waits. */
const pending = (target: Target | PausedTarget, fired: readonly Mark["mark"][]): readonly Mark[] =>
  target.marks.filter((mark) => !fired.includes(mark.mark) && (!isPaused(target) || mark.at <= target.pausedAt));
