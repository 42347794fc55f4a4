/** Works on so many at a time, in their order. */
export const inLanes = async <Each>(
  count: number,
  all: readonly Each[],
  work: (each: Each) => Promise<void>,
): Promise<void> => {
  const waiting = [...all];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: count }, lane));
};
