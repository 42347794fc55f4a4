import { createSignal } from "solid-js";
import type { Attention } from "./api-types.ts";

/** A pause this long in writing ends it for those who look on. */
const WRITING_FOR_MS = 6_000;
/** Where replies wait for a second pair of eyes. */
const APPROVALS = "approvals";

type Shown = { id: string | null; on?: string | undefined; isWriting: boolean };
type Other = { agentId: string; writing: boolean };

/** Who else is in the open conversation or at the same waiting reply, and what this page tells of itself: on a change and with every heartbeat. */
export const createAttention = (me: string, say: () => void) => {
  const [heard, setHeard] = createSignal<Attention>();
  let shown: Shown = { id: null, isWriting: false };
  let turn = 0;
  let pausing: ReturnType<typeof setTimeout> | undefined;
  let isToSay = false;
  /** Once for all that changes in one go: who opens another conversation leaves the one before. */
  const sayOnce = () => {
    if (isToSay) return;
    isToSay = true;
    setTimeout(() => {
      isToSay = false;
      say();
    });
  };
  const become = (next: Shown) => {
    clearTimeout(pausing);
    if (shown.id === next.id && shown.on === next.on && shown.isWriting === next.isWriting) return;
    shown = next;
    sayOnce();
  };
  const peopleAt = (id: string): Attention["people"] => (heard()?.id === id ? (heard()?.people ?? []) : []);
  /** Colleagues, each once, writers first. */
  const others = (people: Attention["people"], now: number): Other[] => {
    const there = people.filter(({ agentId, until }) => agentId !== me && Date.parse(until) > now);
    const writers = new Set(there.filter((one) => one.writing).map(({ agentId }) => agentId));
    return [...new Set(there.map(({ agentId }) => agentId))]
      .map((agentId) => ({ agentId, writing: writers.has(agentId) }))
      .sort((a, b) => Number(b.writing) - Number(a.writing));
  };
  return {
    hear: setHeard,
    /** A frame: numbered, because frames may be read in another order than they were sent in. */
    showing: (): string => {
      turn = Math.max(turn + 1, Date.now());
      const { id: at, isWriting: writing, on } = shown;
      return JSON.stringify({ type: "ping", turn, at, on, writing });
    },
    look: (id: string | null) => become({ id, isWriting: false }),
    /** At the replies that wait: at which, and whether it is being given other words. */
    decide: (on: string | undefined, isWriting: boolean) => become({ id: APPROVALS, on, isWriting }),
    write: (id: string) => {
      become({ id, isWriting: true });
      pausing = setTimeout(() => become({ ...shown, isWriting: false }), WRITING_FOR_MS);
    },
    stopWriting: () => become({ ...shown, isWriting: false }),
    /** Colleagues in a conversation at a time. */
    others: (id: string, now: number): Other[] => others(peopleAt(id), now),
    /** Colleagues at a waiting reply. */
    othersOn: (messageId: string, now: number): Other[] =>
      others(
        peopleAt(APPROVALS).filter(({ on }) => on === messageId),
        now,
      ),
  };
};
