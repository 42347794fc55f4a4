import { setTimeout as sleep } from "node:timers/promises";

/**
 * Calls `tick` at once and then every minute, never twice at a time. The returned function stops it after the call in
 * hand, or after a moment: one that catches up with a long pause may take its time, and what it leaves the next one does.
 */
export const startClock = (tick: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  const run = () => {
    running ??= tick()
      // The functions log their own failures; the next minute tries again.
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(run, everyMilliseconds);
  run();
  return async () => {
    clearInterval(timer);
    await Promise.race([running, sleep(patienceMilliseconds, undefined, { ref: false })]);
  };
};

const everyMilliseconds = 60_000;
const patienceMilliseconds = 2_000;
