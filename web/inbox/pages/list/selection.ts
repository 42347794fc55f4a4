import { createSignal } from "solid-js";

export type Selection = ReturnType<typeof createSelection>;

/** Which conversations something is to be done with at once. */
export const createSelection = () => {
  const [isOn, setOn] = createSignal(false);
  const [ids, setIds] = createSignal<ReadonlySet<string>>(new Set<string>());
  const keep = (next: Iterable<string>) => void setIds(new Set(next));
  return {
    isOn,
    ids,
    has: (id: string) => ids().has(id),
    begin: () => void setOn(true),
    end: () => {
      setOn(false);
      keep([]);
    },
    toggle: (id: string) => {
      setOn(true);
      keep(ids().has(id) ? [...ids()].filter((each) => each !== id) : [...ids(), id]);
    },
    keep,
  };
};
