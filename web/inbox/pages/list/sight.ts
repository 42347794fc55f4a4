import { batch, createMemo, createSignal, onCleanup, untrack } from "solid-js";
import { afterPaint } from "../../data/after-paint.ts";

/** As style/list.css lays a card out, until one is drawn and measured. All have one height, whatever is written on them. */
const CARD_REM = 6.75;
/** What was measured last: the next list begins with it, and the page is not laid out to be asked. */
const measured: { pane?: number; card?: number } = {};
/** Drawn beyond what is in sight, each way; what is in sight first. */
const BEYOND = 4;

/** Which places of a long list are in sight, as its element is scrolled and sized. */
export const createSight = (count: () => number) => {
  const [scrolled, setScrolled] = createSignal(0);
  const [height, setHeight] = createSignal(measured.pane ?? innerHeight);
  const [cardHeight, setCardHeight] = createSignal(measured.card ?? CARD_REM * rootFontPixels());
  const [beyond, setBeyond] = createSignal(0);
  const drawBeyond = () => afterPaint(() => setBeyond(BEYOND));
  let stopWaiting = drawBeyond();
  /** A list that became shorter is scrolled to its end a moment later. */
  const top = () => Math.max(0, Math.min(scrolled(), count() * cardHeight() - height()));
  const first = createMemo(() => Math.max(0, Math.floor(top() / cardHeight()) - beyond()));
  const end = createMemo(() => Math.min(count(), Math.ceil((top() + height()) / cardHeight()) + beyond()));
  let pane: HTMLElement | undefined;
  let firstCard: Element | undefined;
  const sizes = new ResizeObserver((entries) => {
    for (const { borderBoxSize, target } of entries) {
      const pixels = borderBoxSize[0]?.blockSize ?? 0;
      // What is not shown has no height.
      if (pixels === 0) continue;
      const kind = target === pane ? "pane" : "card";
      measured[kind] = pixels;
      (kind === "pane" ? setHeight : setCardHeight)(pixels);
    }
  });
  onCleanup(() => {
    sizes.disconnect();
    stopWaiting();
  });
  const follow = (top: number) => {
    // So far that nothing drawn is in sight any more: what is comes first again.
    const isFar = Math.abs(top - scrolled()) > height() + BEYOND * cardHeight();
    batch(() => {
      if (isFar) setBeyond(0);
      setScrolled(top);
    });
    if (!isFar) return;
    stopWaiting();
    stopWaiting = drawBeyond();
  };
  const scrollTo = (top: number) => {
    // Where it is there already, asking would have the page laid out for nothing.
    if (top !== untrack(scrolled)) pane?.scrollTo({ top });
  };
  return {
    /** The first place that is drawn, and the one after the last. */
    first,
    end,
    /** What is beyond is still to come. */
    isNear: () => beyond() === 0,
    cardHeight,
    watch: (element: HTMLElement) => {
      pane = element;
      sizes.observe(element);
      element.addEventListener("scroll", () => follow(element.scrollTop), { passive: true });
    },
    /** Takes the height of all from this one. */
    measure: (card: Element | undefined) => {
      if (card === firstCard) return;
      if (firstCard) sizes.unobserve(firstCard);
      if (card) sizes.observe(card);
      firstCard = card;
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

const rootFontPixels = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
