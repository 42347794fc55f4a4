import { createVirtualizer, defaultRangeExtractor, type Range } from "@tanstack/solid-virtual";
import { createEffect, createMemo, createSignal, For, type JSX, on, onMount } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import type { List } from "../../data/inbox/list.ts";
import { More } from "./more.tsx";

/** As style/list.css lays a card out; what is drawn is measured. */
const CARD_REM = 6.5;
/** Drawn beyond what is in sight, each way. */
const OVERSCAN = 6;
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

/** Draws the cards in sight and a few more, however many there are. A card keeps its element, and so its focus, as it moves. */
export const CardScroller = (props: Props) => {
  const [scroll, setScroll] = createSignal<HTMLDivElement>();
  let pane: HTMLDivElement | undefined;
  const [held, setHeld] = createSignal<string>();
  const ids = createMemo(() => props.list.cards().map(({ id }) => id));
  const cardPixels = CARD_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const placeOf = (id: string | undefined) => (id === undefined ? undefined : props.list.placeOf(id));
  const virtualizer = createVirtualizer<HTMLDivElement, HTMLLIElement>({
    get count() {
      return ids().length;
    },
    getScrollElement: () => scroll() ?? null,
    estimateSize: () => cardPixels,
    overscan: OVERSCAN,
    get getItemKey() {
      const known = ids();
      return (index: number) => known[index] ?? index;
    },
    get rangeExtractor() {
      const place = placeOf(held());
      return (range: Range) => withPlace(defaultRangeExtractor(range), place);
    },
  });
  const shown = createMemo(() => virtualizer.getVirtualItems().flatMap(({ index }) => ids()[index] ?? []));
  const tops = createMemo(
    () => new Map(virtualizer.getVirtualItems().map(({ index, start }) => [ids()[index], start])),
  );

  // Until it stands in the page it has no window that could be asked for its size.
  onMount(() => setScroll(pane));
  createEffect(() => {
    const last = virtualizer.getVirtualItems().at(-1)?.index ?? 0;
    if (props.list.more() === "there" && last >= ids().length - AHEAD) void props.list.loadMore();
  });
  const elementOf = (id: string) => scroll()?.querySelector<HTMLElement>(`a.card[data-id="${CSS.escape(id)}"]`);
  const focus = (id: string) => {
    const place = placeOf(id);
    if (place === undefined) return;
    setHeld(id);
    const card = elementOf(id);
    card?.focus({ preventScroll: true });
    virtualizer.scrollToIndex(place);
  };
  const step = (by: 1 | -1) => {
    const from = placeOf(focusedId(scroll()) ?? props.openId);
    const next = ids()[from === undefined ? 0 : from + by];
    if (next !== undefined) focus(next);
  };
  props.ref({ focus, step });
  // Another view begins at its top.
  createEffect(
    on(props.list.status, (status) => status === "loading" && scroll()?.scrollTo({ top: 0 }), { defer: true }),
  );

  return (
    <div class="list-scroll" ref={(element) => (pane = element)} onFocusIn={() => setHeld(focusedId(scroll()))}>
      <ul class="cards" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        <For each={shown()}>
          {(id) => {
            // A card that leaves the list is drawn as it was until its row is gone.
            const card = createMemo<Card | undefined>((before) => props.list.card(id) ?? before);
            return (
              <li
                class="card-slot"
                data-index={placeOf(id)}
                aria-posinset={(placeOf(id) ?? 0) + 1}
                aria-setsize={props.list.more() === "none" ? ids().length : -1}
                style={{ transform: `translateY(${tops().get(id) ?? 0}px)` }}
                ref={(element) => queueMicrotask(() => element.isConnected && virtualizer.measureElement(element))}
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

/** What holds the focus stays drawn, wherever one scrolls. */
const withPlace = (places: number[], place: number | undefined): number[] =>
  place === undefined || places.includes(place) ? places : [...places, place].sort((a, b) => a - b);

const focusedId = (within: HTMLElement | undefined): string | undefined => {
  const card = document.activeElement?.closest<HTMLElement>(".card-slot")?.querySelector<HTMLElement>("a.card");
  return card && within?.contains(card) ? card.dataset["id"] : undefined;
};
