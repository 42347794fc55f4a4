import { type Piece, readTogether } from "./thread.ts";

/** As long as pieces of a number are looked for together when they arrive. */
const threadMilliseconds = 10 * 60_000;
const threadPieces = 16;

type Timed = Piece & { readonly occurredAt: string };

/**
 * Stored messages of one customer read by today's rules, together where they stand together in time. Answers the same
 * messages, oldest first; one that nothing was found in is the same object.
 */
export const reread = (
  messages: readonly Timed[],
  options: Parameters<typeof readTogether>[1],
): readonly { readonly before: Piece; readonly after: Piece }[] =>
  threadsOf(messages).flatMap((thread) => {
    const read = readTogether(thread, options);
    return thread.map((before, index) => ({ before, after: read[index] ?? before }));
  });

const threadsOf = (messages: readonly Timed[]): readonly (readonly Timed[])[] => {
  const threads: Timed[][] = [];
  for (const message of messages.toSorted(byTime)) {
    const last = threads.at(-1);
    const previous = last?.at(-1);
    const isNear =
      previous !== undefined &&
      Date.parse(message.occurredAt) - Date.parse(previous.occurredAt) <= threadMilliseconds &&
      (last?.length ?? 0) < threadPieces;
    if (isNear) last?.push(message);
    else threads.push([message]);
  }
  return threads;
};

const byTime = (left: Timed, right: Timed): number => Date.parse(left.occurredAt) - Date.parse(right.occurredAt);

/** Kinds of the marks that are new, counted. */
export const countNew = (before: Piece, after: Piece): Record<string, number> => {
  const counts: Record<string, number> = {};
  if (before === after) return counts;
  for (const { kind } of after.marks) counts[kind] = (counts[kind] ?? 0) + 1;
  for (const { kind } of before.marks) if (counts[kind] !== undefined) counts[kind] -= 1;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
};

/** Counts by kind, added up. */
export const sumCounts = (
  left: Readonly<Record<string, number>>,
  right: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> => {
  const sum: Record<string, number> = { ...left };
  for (const [kind, count] of Object.entries(right)) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
};
