/**
 * Gathers ids and hands them over in batches: the first at once, later ones when the batch before is done, and never
 * more often than every `pauseMs`. So a burst costs a few reads and the last change is never missed.
 */
export const createBatcher = (act: (ids: string[]) => Promise<void>, pauseMs: number): ((ids: string[]) => void) => {
  const waiting = new Set<string>();
  let busy = false;
  const run = async () => {
    busy = true;
    while (waiting.size > 0) {
      const ids = [...waiting];
      waiting.clear();
      const pause = new Promise((resolve) => setTimeout(resolve, pauseMs));
      await act(ids);
      await pause;
    }
    busy = false;
  };
  return (ids) => {
    for (const id of ids) waiting.add(id);
    if (!busy) void run();
  };
};
