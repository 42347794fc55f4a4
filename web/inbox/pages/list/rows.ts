import { type Accessor, createSignal } from "solid-js";

/** A row of the list, which shows one card after another. */
export type Row = {
  readonly id: Accessor<string>;
  readonly show: (id: string) => void;
  element: HTMLElement | undefined;
};

/**
 * The rows for these cards, in their order. A card that stays keeps its row, and so its focus; one that comes takes a row
 * that has become free: its elements are there already. A row with the focus in it is not handed on.
 */
export const rowsFor = (ids: readonly string[], before: readonly Row[]): Row[] => {
  const wanted = new Set(ids);
  const known = new Map(before.map((row) => [row.id(), row]));
  const free = before.filter((row) => !wanted.has(row.id()) && !row.element?.contains(document.activeElement));
  return ids.map((id) => {
    const row = known.get(id) ?? free.shift() ?? createRow(id);
    row.show(id);
    return row;
  });
};

const createRow = (first: string): Row => {
  const [id, setId] = createSignal(first);
  return { id, show: setId, element: undefined };
};
