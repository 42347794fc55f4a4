import { createSignal } from "solid-js";
import type { Attention } from "./api-types.ts";

/** A pause this long in writing ends it for those who look on. */
const WRITING_FOR_MS = 6_000;

/** Who else is in the open conversation, and what this page tells of itself: on a change and with every heartbeat. */
export const createAttention = (me: string, say: () => void) => {
  const [heard, setHeard] = createSignal<Attention>();
  let shown: string | null = null;
  let writing = false;
  let turn = 0;
  let pausing: ReturnType<typeof setTimeout> | undefined;
  const become = (id: string | null, isWriting: boolean) => {
    if (shown === id && writing === isWriting) return;
    shown = id;
    writing = isWriting;
    say();
  };
  return {
    hear: setHeard,
    /** A frame: numbered, because frames may be read in another order than they were sent in. */
    showing: (): string => {
      turn = Math.max(turn + 1, Date.now());
      return JSON.stringify({ type: "ping", turn, at: shown, writing });
    },
    look: (id: string | null) => {
      clearTimeout(pausing);
      become(id, false);
    },
    write: (id: string) => {
      clearTimeout(pausing);
      become(id, true);
      pausing = setTimeout(() => become(shown, false), WRITING_FOR_MS);
    },
    stopWriting: () => {
      clearTimeout(pausing);
      become(shown, false);
    },
    /** Colleagues in a conversation at a time, each once, writers first. */
    others: (id: string, now: number): { agentId: string; writing: boolean }[] => {
      const { people } = heard()?.id === id ? (heard() ?? { people: [] }) : { people: [] };
      const there = people.filter(({ agentId, until }) => agentId !== me && Date.parse(until) > now);
      const writers = new Set(there.filter((one) => one.writing).map(({ agentId }) => agentId));
      return [...new Set(there.map(({ agentId }) => agentId))]
        .map((agentId) => ({ agentId, writing: writers.has(agentId) }))
        .sort((a, b) => Number(b.writing) - Number(a.writing));
    },
  };
};
