import { type Accessor, createEffect, createSignal, on } from "solid-js";

/** As many changes as can be taken back. */
const MOST_CHANGES = 100;

/** Changes of what is being edited that can be taken back one by one, until they are kept: then it begins anew. */
export const createUndo = <Edited>(edited: Accessor<Edited>, set: (value: Edited) => void, kept: Accessor<unknown>) => {
  const [past, setPast] = createSignal<readonly Edited[]>([]);
  createEffect(on(kept, () => setPast([]), { defer: true }));
  return {
    change: (next: Edited) => {
      setPast((before) => [...before, edited()].slice(-MOST_CHANGES));
      set(next);
    },
    mayUndo: () => past().length > 0,
    undo: () => {
      const before = past().at(-1);
      if (before === undefined) return;
      setPast((all) => all.slice(0, -1));
      set(before);
    },
  };
};
