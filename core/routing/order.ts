import type { Waiting } from "./waiting.ts";

/** Every fourth pick goes to the oldest breached conversation, so that being late is never being forgotten. */
const breachedPickEvery = 4;

/**
 * The order in which waiting conversations are picked: urgent, then those whose deadline can still be met by
 * earliest deadline, then the breached by age. Serving the earliest deadline alone collapses in overload: all work
 * goes to what is already late. `picksSoFar` counts the picks of the team; the pick after three others is the
 * oldest breached one, unless something urgent waits.
 */
export const orderWaiting = (waiting: readonly Waiting[], now: string, picksSoFar: number): readonly Waiting[] => {
  const urgent = waiting.filter((one) => one.urgent).toSorted(byDeadline);
  const calm = waiting.filter((one) => !one.urgent);
  const savable = calm.filter((one) => !isLate(one, now)).toSorted(byDeadline);
  const late = calm.filter((one) => isLate(one, now)).toSorted(byAge);
  return [...urgent, ...interleave(savable, late, picksSoFar + urgent.length)];
};

/** Late ones take the picks 4, 8, 12 …, counted from `picksSoFar`; the rest follows when one side is used up. */
const interleave = (savable: readonly Waiting[], late: readonly Waiting[], picksSoFar: number): Waiting[] => {
  const order: Waiting[] = [];
  let [nextSavable, nextLate] = [0, 0];
  for (let pick = picksSoFar + 1; order.length < savable.length + late.length; pick += 1) {
    const prefersLate = pick % breachedPickEvery === 0;
    const lateOne = late[nextLate];
    const savableOne = savable[nextSavable];
    if (lateOne && (prefersLate || !savableOne)) {
      order.push(lateOne);
      nextLate += 1;
    } else if (savableOne) {
      order.push(savableOne);
      nextSavable += 1;
    }
  }
  return order;
};

const isLate = (one: Waiting, now: string): boolean => one.breached || (one.dueAt !== undefined && one.dueAt <= now);

/** Instants of one form compare as text. Without a deadline a conversation follows those that have one. */
const byDeadline = (left: Waiting, right: Waiting): number =>
  compare(left.dueAt ?? "~", right.dueAt ?? "~") || byAge(left, right);

const byAge = (left: Waiting, right: Waiting): number =>
  compare(left.waitingSince, right.waitingSince) || compare(left.conversationId, right.conversationId);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
