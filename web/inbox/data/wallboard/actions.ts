import { createSignal } from "solid-js";
import type { Desk } from "../desk.ts";

/** What a supervisor does to one conversation, or to many. */
export type BoardAction = { kind: "take" } | { kind: "raise" } | { kind: "assign"; agentId: string | null };

export type Progress = { done: number; failed: number; of: number };

/** So many at once: the list is worked off in a moment and the server is not stormed. */
const LANES = 4;

/** Does the same to each, and says how far it is. One that is refused keeps none of the others. */
export const createBoardActions = (desk: Desk, finished: () => void) => {
  const [progress, setProgress] = createSignal<Progress>();
  const act = async (ids: readonly string[], action: BoardAction): Promise<Progress> => {
    const waiting = [...ids];
    let state: Progress = { done: 0, failed: 0, of: ids.length };
    setProgress(state);
    const lane = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const isDone = await one(desk, id, action);
        state = { ...state, done: state.done + 1, failed: state.failed + (isDone ? 0 : 1) };
        setProgress(state);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    setProgress(undefined);
    finished();
    return state;
  };
  return { progress, act };
};

const one = async (desk: Desk, id: string, action: BoardAction): Promise<boolean> => {
  const key = crypto.randomUUID();
  try {
    switch (action.kind) {
      case "take":
        await desk.api.assign(id, key, desk.me.agent.id);
        return true;
      case "raise":
        await desk.api.prioritise(id, "urgent");
        return true;
      case "assign":
        await desk.api.assign(id, key, action.agentId);
        return true;
      default:
        return action satisfies never;
    }
  } catch (fault) {
    desk.report(fault);
    return false;
  }
};
