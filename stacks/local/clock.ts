/**
 * Calls `tick` at once and then every minute, never twice at a time. The returned function stops it after the call in
 * hand.
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
    await running;
  };
};

const everyMilliseconds = 60_000;
