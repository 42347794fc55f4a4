import type { Api } from "./api.ts";
import { mayRetry } from "./api-fault.ts";
import type { Card } from "./api-types.ts";
import { createBatcher } from "./coalesce.ts";
import { type Asked, reconnectWaitMs } from "./live/model.ts";

/** More changes than this at once are cheaper to read as a list; the API gives no more cards at a time. */
const MOST_READ_AT_ONCE = 100;
const PAUSE_MS = 250;
/** Within a minute. After that all that is shown is read again: nothing is asked for for ever. */
const MOST_FAILURES = 8;

export type ChangeListener = {
  /** These have changed, or may have; their cards follow. */
  touched?: (ids: readonly string[]) => void;
  changed?: (cards: readonly Card[]) => void;
  /** It is gone, or no longer ours to see. */
  gone?: (id: string) => void;
  /** A reply waits or was decided, or a note names me: it is to be looked up. */
  asked?: (what: Asked) => void;
  /** Too much changed, or something may have been missed: read again what is shown. */
  everything: () => void;
};

export type Changes = {
  listen: (listener: ChangeListener) => () => void;
  touch: (ids: string[]) => void;
  ask: (what: Asked) => void;
  everything: () => void;
};

/** Reads the cards of what has changed, once and together, whoever shows them. */
export const createChanges = (api: Pick<Api, "cards">): Changes => {
  const listeners = new Set<ChangeListener>();
  const tell = (act: (listener: ChangeListener) => void) => {
    for (const listener of listeners) act(listener);
  };
  const everything = () => tell((listener) => listener.everything());
  let failures = 0;
  const read = async (ids: string[]) => {
    try {
      const { items } = await api.cards(ids);
      failures = 0;
      const found = new Set(items.map(({ id }) => id));
      tell((listener) => listener.changed?.(items));
      for (const id of ids) if (!found.has(id)) tell((listener) => listener.gone?.(id));
    } catch (fault) {
      if (!mayRetry(fault)) return;
      // The line tells each change once, and counts it as heard: what could not be read now is read later.
      if (failures < MOST_FAILURES) setTimeout(() => touch(ids), reconnectWaitMs(failures, Math.random()));
      else everything();
      failures = failures < MOST_FAILURES ? failures + 1 : 0;
    }
  };
  const touch = createBatcher(async (ids) => {
    if (ids.length > MOST_READ_AT_ONCE) return everything();
    tell((listener) => listener.touched?.(ids));
    await read(ids);
  }, PAUSE_MS);
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    touch,
    ask: (what) => tell((listener) => listener.asked?.(what)),
    everything,
  };
};
