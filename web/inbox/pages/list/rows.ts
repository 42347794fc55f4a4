import { type Accessor, createSignal } from "solid-js";

/** A row of the list, which shows one card after another. */
export type Row = {
  readonly id: Accessor<string>;
  readonly show: (id: string) => void;
};

type Standing = {
  /** The focus is in it: it is not handed on. */
  hasFocus: (row: Row) => boolean;
  /** Left over, it stays behind the others as it is, for a card that is about to come. */
  isSpare: (row: Row) => boolean;
};

/**
 * The rows for these cards, in their order. A card that stays keeps its row, and so its focus; one that comes takes a row
 * that has become free: its elements are there already.
 */
export const rowsFor = (ids: readonly string[], before: readonly Row[], { hasFocus, isSpare }: Standing): Row[] => {
  const wanted = new Set(ids);
  const known = new Map(before.map((row) => [row.id(), row]));
  const free = before.filter((row) => !wanted.has(row.id()) && !hasFocus(row));
  const rows = ids.map((id) => {
    const row = known.get(id) ?? free.shift() ?? createRow(id);
    row.show(id);
    return row;
  });
  return [...rows, ...free.filter(isSpare)];
};

const createRow = (first: string): Row => {
  const [id, setId] = createSignal(first);
  return { id, show: setId };
};
