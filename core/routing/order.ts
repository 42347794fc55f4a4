import { after, type Instant } from "#core/instant";
import { compare, type Waiting } from "./waiting.ts";

/** One pick in so many goes to the oldest breached conversation, so that late never means forgotten. */
const breachedPickEvery = 4;

/**
 * The order in which waiting conversations are picked: urgent, then those whose deadline can still be met by
 * earliest deadline, then the breached by age. The earliest deadline alone collapses in overload: all work goes to
 * what is late already, or will be before the answer is written, and everything else becomes late waiting for it.
 * `picksSoFar` counts what the team has picked before; every fourth pick takes the oldest breached one, unless
 * something urgent waits.
 */
export const orderWaiting = (waiting: readonly Waiting[], now: Instant, picksSoFar: number): readonly Waiting[] => {
  const urgent = waiting.filter((one) => one.urgent).toSorted(byDeadline);
  const calm = waiting.filter((one) => !one.urgent);
  const savable = calm.filter((one) => !isLate(one, now)).toSorted(byDeadline);
  const late = calm.filter((one) => isLate(one, now)).toSorted(byAge);
  return [...urgent, ...interleave(savable, late, picksSoFar + urgent.length)];
};

const interleave = (savable: readonly Waiting[], late: readonly Waiting[], picksSoFar: number): Waiting[] => {
  const order: Waiting[] = [];
  const [savableLeft, lateLeft] = [savable.values(), late.values()];
  let [nextSavable, nextLate] = [savableLeft.next().value, lateLeft.next().value];
  for (let pick = picksSoFar + 1; nextSavable || nextLate; pick += 1) {
    if (nextLate && (nextSavable === undefined || pick % breachedPickEvery === 0)) {
      order.push(nextLate);
      nextLate = lateLeft.next().value;
    } else if (nextSavable) {
      order.push(nextSavable);
      nextSavable = savableLeft.next().value;
    }
  }
  return order;
};

/** Nearer than this a deadline is lost: somebody has to read, think and write first. */
const answerSeconds = 5 * 60;

/** Up to here a deadline can no longer be met. */
export const lostUntil = (now: Instant): Instant => after(now, answerSeconds);

const isLate = (one: Waiting, now: Instant): boolean =>
  one.breached || (one.dueAt !== undefined && Date.parse(one.dueAt) <= Date.parse(lostUntil(now)));

/** What has no deadline follows what has one. */
const byDeadline = (left: Waiting, right: Waiting): number =>
  compare(left.dueAt ?? "~", right.dueAt ?? "~") || byAge(left, right);

const byAge = (left: Waiting, right: Waiting): number =>
  compare(left.waitingSince, right.waitingSince) || compare(left.conversationId, right.conversationId);
