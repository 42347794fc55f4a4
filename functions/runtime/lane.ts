/** Runs `work` for all items, at most `count` at a time. @returns the results, in the order of the items */
export const inLanes = async <Each, Result>(
  count: number,
  all: readonly Each[],
  work: (each: Each) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  // One iterator for all lanes: each takes the next that nobody has taken.
  const waiting = all.entries();
  const lane = async (): Promise<void> => {
    for (const [index, each] of waiting) results[index] = await work(each);
  };
  await Promise.all(Array.from({ length: count }, lane));
  return results;
};
