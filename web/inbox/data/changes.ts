import type { Api } from "./api.ts";
import { ApiFault } from "./api-fault.ts";
import type { Conversation } from "./api-types.ts";
import { createBatcher } from "./coalesce.ts";

/** More changes than this at once are cheaper to read as a list. */
const MOST_READ_ONE_BY_ONE = 12;
const PAUSE_MS = 250;

export type ChangeListener = {
  changed: (conversation: Conversation) => void;
  /** It is gone, or no longer ours to see. */
  gone: (id: string) => void;
  /** Too much changed, or something may have been missed: read again what is shown. */
  everything: () => void;
};

export type Changes = {
  listen: (listener: ChangeListener) => () => void;
  touch: (ids: string[]) => void;
  everything: () => void;
};

/** Reads each changed conversation once, whoever shows it. */
export const createChanges = (api: Api): Changes => {
  const listeners = new Set<ChangeListener>();
  const tell = (act: (listener: ChangeListener) => void) => {
    for (const listener of listeners) act(listener);
  };
  const everything = () => tell((listener) => listener.everything());
  const read = async (id: string) => {
    try {
      const conversation = await api.conversation(id);
      tell((listener) => listener.changed(conversation));
    } catch (fault) {
      const gone = fault instanceof ApiFault && (fault.kind === "missing" || fault.kind === "forbidden");
      // Any other fault: the next heartbeat or reconnection reads everything again.
      if (gone) tell((listener) => listener.gone(id));
    }
  };
  const touch = createBatcher(async (ids) => {
    if (ids.length > MOST_READ_ONE_BY_ONE) everything();
    else await Promise.all(ids.map(read));
  }, PAUSE_MS);
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    touch,
    everything,
  };
};
