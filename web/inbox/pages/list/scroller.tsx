import { createEffect, createMemo, createSignal, For, type JSX, on, onMount, untrack } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import type { List } from "../../data/inbox/list.ts";
import { More } from "./more.tsx";
import { type Row, rowsFor } from "./rows.ts";
import { createSight } from "./sight.ts";

/** The next page is asked for this many cards before the end. */
const AHEAD = 20;

type Props = {
  list: List;
  openId: string | undefined;
  /** Hands over how to bring the focus to a card. */
  ref: (scroller: Scroller) => void;
  children: (card: () => Card) => JSX.Element;
};

export type Scroller = {
  focus: (id: string) => void;
  /** From the focused card, else from the open one, else from an end. */
  step: (by: 1 | -1) => void;
};

/** Draws the cards in sight and a few more, however many there are. */
export const CardScroller = (props: Props) => {
  let pane: HTMLDivElement | undefined;
  const cards = () => props.list.cards();
  const sight = createSight(() => cards().length);
  const [held, setHeld] = createSignal<string>();
  const placeOf = (id: string | undefined) => (id === undefined ? undefined : props.list.placeOf(id));
  const shown = createMemo(() => {
    const [first, end, place] = [sight.first(), sight.end(), placeOf(held())];
    const ids = cards()
      .slice(first, end)
      .map(({ id }) => id);
    // What holds the focus stays drawn, wherever one scrolls.
    const id = place === undefined || (place >= first && place < end) ? undefined : held();
    if (id === undefined || place === undefined) return ids;
    return place < first ? [id, ...ids] : [...ids, id];
  });
  const elements = new WeakMap<Row, HTMLElement>();
  const elementIn = (row: Row | undefined) => row && elements.get(row);
  const hasFocus = (row: Row) => elementIn(row)?.contains(document.activeElement) === true;
  const rows = createMemo<Row[]>((before) => {
    const ids = shown();
    const isSpare = (row: Row) => sight.isNear() && placeOf(row.id()) !== undefined;
    return untrack(() => rowsFor(ids, before, { hasFocus, isSpare }));
  }, []);

  onMount(() => pane && sight.watch(pane));
  createEffect(() => sight.measure(elementIn(rows()[0])));
  createEffect(() => {
    if (props.list.more() === "there" && sight.end() >= cards().length - AHEAD) void props.list.loadMore();
  });
  const elementOf = (id: string) => pane?.querySelector<HTMLElement>(`a.card[data-id="${CSS.escape(id)}"]`);
  const focus = (id: string) => {
    const place = placeOf(id);
    if (place === undefined) return;
    setHeld(id);
    elementOf(id)?.focus({ preventScroll: true });
    sight.bringIntoSight(place);
  };
  const step = (by: 1 | -1) => {
    const from = placeOf(focusedId(pane) ?? props.openId);
    const next = cards()[from === undefined ? 0 : from + by];
    if (next !== undefined) focus(next.id);
  };
  props.ref({ focus, step });
  createEffect(on(props.list.beginnings, () => sight.scrollTo(0), { defer: true }));

  return (
    <div class="list-scroll" ref={(element) => (pane = element)} onFocusIn={() => setHeld(focusedId(pane))}>
      <ul class="cards" style={{ height: `${cards().length * sight.cardHeight()}px` }}>
        <For each={rows()}>
          {(row) => {
            // A card that leaves the list is drawn as it was until its row is gone.
            const card = createMemo<Card | undefined>((before) => props.list.card(row.id()) ?? before);
            const place = createMemo(() => placeOf(row.id()) ?? 0);
            return (
              <li
                class="card-slot"
                aria-posinset={place() + 1}
                aria-setsize={props.list.more() === "none" ? cards().length : -1}
                style={{ top: `${place() * sight.cardHeight()}px` }}
                ref={(element) => elements.set(row, element)}
              >
                {props.children(card as () => Card)}
              </li>
            );
          }}
        </For>
      </ul>
      <More more={props.list.more()} load={() => void props.list.loadMore()} />
    </div>
  );
};

const focusedId = (within: HTMLElement | undefined): string | undefined => {
  const card = document.activeElement?.closest<HTMLElement>(".card-slot")?.querySelector<HTMLElement>("a.card");
  return card && within?.contains(card) ? card.dataset["id"] : undefined;
};
