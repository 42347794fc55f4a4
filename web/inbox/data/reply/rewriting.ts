import { createStore, produce } from "solid-js/store";
import type { Approval } from "./api.ts";

/**
 * What an approver writes instead of a waiting reply, by the reply: here alone, for as long as nobody sends or drops it. Somebody else's
 * decision takes nobody's words away.
 */
export const rewritingsOf = (desk: object): Rewritings => {
  const kept = byDesk.get(desk) ?? createRewritings();
  byDesk.set(desk, kept);
  return kept;
};

export type Rewritings = ReturnType<typeof createRewritings>;
/** Whoever comes back to the page finds them; whoever signs in next does not. */
const byDesk = new WeakMap<object, Rewritings>();

export const createRewritings = () => {
  const [written, setWritten] = createStore<Record<string, { item: Approval; text: string }>>({});
  const drop = (messageId: string) => setWritten(produce((all) => void delete all[messageId]));
  return {
    text: (messageId: string): string | undefined => written[messageId]?.text,
    write: (item: Approval, text: string) => {
      setWritten(item.messageId, { item: { ...item }, text });
    },
    drop,
    /** What waits, with what was decided meanwhile and is being rewritten here, the nearest deadline first. */
    among: (waiting: readonly Approval[]): Approval[] => {
      const ids = new Set(waiting.map(({ messageId }) => messageId));
      const kept = Object.values(written).flatMap(({ item, text }) =>
        ids.has(item.messageId) || text.trim() === "" || text === item.text ? [] : [{ ...item }],
      );
      return [...waiting, ...kept].sort(byDeadline);
    },
  };
};

const LAST = "9999";
const byDeadline = (left: Approval, right: Approval): number =>
  (left.dueAt ?? LAST).localeCompare(right.dueAt ?? LAST) || left.askedAt.localeCompare(right.askedAt);
