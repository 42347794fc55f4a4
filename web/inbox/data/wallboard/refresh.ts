/**
 * Reads again when something changed: at once the first time, then never more often than every `pauseMs`, and always
 * once more after the last change. A reading in hand is waited for.
 */
export const createRefresher = (read: () => Promise<void>, pauseMs: number): (() => void) => {
  let isBusy = false;
  let isWanted = false;
  const run = async () => {
    isBusy = true;
    while (isWanted) {
      isWanted = false;
      const pause = new Promise((resolve) => setTimeout(resolve, pauseMs));
      await read();
      await pause;
    }
    isBusy = false;
  };
  return () => {
    isWanted = true;
    if (!isBusy) void run();
  };
};
