import { createMemo, createSignal, onCleanup, untrack } from "solid-js";
import { afterPaint } from "../../data/after-paint.ts";

/** As style/list.css lays a card out, until one is drawn and measured. All have one height, whatever is written on them. */
const CARD_REM = 6.75;
/** Drawn beyond what is in sight, each way; what is in sight first. */
const BEYOND = 4;

/** Which places of a long list are in sight, as its element is scrolled and sized. */
export const createSight = (count: () => number) => {
  const [scrolled, setScrolled] = createSignal(0);
  const [height, setHeight] = createSignal(innerHeight);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const [cardHeight, setCardHeight] = createSignal(CARD_REM * rem);
  const [beyond, setBeyond] = createSignal(0);
  const stopWaiting = afterPaint(() => setBeyond(BEYOND));
  /** A list that became shorter is scrolled to its end a moment later. */
  const top = () => Math.max(0, Math.min(scrolled(), count() * cardHeight() - height()));
  const first = createMemo(() => Math.max(0, Math.floor(top() / cardHeight()) - beyond()));
  const end = createMemo(() => Math.min(count(), Math.ceil((top() + height()) / cardHeight()) + beyond()));
  let pane: HTMLElement | undefined;
  let measured: Element | undefined;
  const sizes = new ResizeObserver((entries) => {
    for (const { borderBoxSize, target } of entries) {
      const pixels = borderBoxSize[0]?.blockSize ?? 0;
      if (target === pane) setHeight(pixels);
      else if (pixels > 0) setCardHeight(pixels);
    }
  });
  onCleanup(() => {
    sizes.disconnect();
    stopWaiting();
  });
  const scrollTo = (top: number) => {
    // Where it is there already, asking would have the page laid out for nothing.
    if (top !== untrack(scrolled)) pane?.scrollTo({ top });
  };
  return {
    /** The first place that is drawn, and the one after the last. */
    first,
    end,
    cardHeight,
    watch: (element: HTMLElement) => {
      pane = element;
      sizes.observe(element);
      element.addEventListener("scroll", () => setScrolled(element.scrollTop), { passive: true });
    },
    /** Takes the height of all from this one. */
    measure: (card: Element | undefined) => {
      if (card === measured) return;
      if (measured) sizes.unobserve(measured);
      if (card) sizes.observe(card);
      measured = card;
    },
    scrollTo,
    /** Scrolls no further than it takes. */
    bringIntoSight: (place: number) => {
      const top = place * cardHeight();
      const lowest = top + cardHeight() - height();
      if (scrolled() > top) scrollTo(top);
      else if (scrolled() < lowest) scrollTo(lowest);
    },
  };
};
