import type { Action } from "../../action/registry.ts";
import { words } from "../../language/index.ts";
import type { Scroller } from "./scroller.tsx";
import type { Selection } from "./selection.ts";

type Place = {
  pane: () => HTMLElement | undefined;
  scroller: () => Scroller | undefined;
  canSelect: () => boolean;
  selection: Selection;
  search: () => void;
  narrow: () => void;
  back: () => void;
  isOpen: () => boolean;
};

/** What the keyboard and the palette do with the list. */
export const listActions = ({
  back,
  canSelect,
  isOpen,
  narrow,
  pane,
  scroller,
  search,
  selection,
}: Place): Action[] => {
  const say = () => words().keys.list;
  /** Arrows elsewhere scroll. */
  const takes = (event: { key: string; target: EventTarget | null }) =>
    !event.key.startsWith("Arrow") || (event.target instanceof Node && pane()?.contains(event.target) === true);
  const step = (by: 1 | -1) => () => scroller()?.step(by);
  const focused = () => {
    const card = document.activeElement?.closest<HTMLElement>("a.card");
    return card && pane()?.contains(card) ? card.dataset["id"] : undefined;
  };
  const group = "list" as const;
  return [
    { id: "list.next", group, label: () => say().next, key: "j", also: ["ArrowDown"], takes, run: step(1) },
    { id: "list.previous", group, label: () => say().previous, key: "k", also: ["ArrowUp"], takes, run: step(-1) },
    { id: "list.back", group, label: () => say().back, key: "u", when: isOpen, run: back },
    { id: "list.search", group, label: () => words().list.search, key: "/", run: search },
    { id: "list.narrow", group, label: () => words().filter.open, key: "f", run: narrow },
    {
      id: "list.select",
      group,
      label: () => words().select.one,
      key: "x",
      when: () => canSelect() && focused() !== undefined,
      run: () => selection.toggle(focused() ?? ""),
    },
  ];
};
