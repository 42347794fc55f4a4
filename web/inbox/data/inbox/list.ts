import { batch, createComputed, createSignal, on, onCleanup } from "solid-js";
import { afterPaint } from "../after-paint.ts";
import type { Counted } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { type Filter, queryOf } from "./model.ts";
import { fetchPage, readPages } from "./pages.ts";
import { createShelf, type Shelf } from "./shelf.ts";

type Status = "loading" | "ready" | "failed";
export type More = "none" | "there" | "loading" | "failed";

/** A narrow view may take several readings until there is something to show; after these it is the reader's turn. */
const MOST_EMPTY_PAGES = 5;

export type List = ReturnType<typeof createList>;

/** The list of one view, kept right by live changes. Lives as long as the component that makes it. */
export const createList = (desk: Desk, filter: () => Filter) => {
  const [status, setStatus] = createSignal<Status>("loading");
  const [more, setMore] = createSignal<More>("none");
  const [counted, setCounted] = createSignal<Counted>();
  const [readAt, setReadAt] = createSignal<string>();
  const [beginnings, setBeginnings] = createSignal(0);
  const shelf = createShelf({ ...desk, afterPaint }, filter);
  const { read, loadMore } = createReader({
    desk,
    filter,
    shelf,
    status,
    setStatus,
    more,
    setMore,
    setCounted,
    setReadAt,
    beginnings,
  });
  const begin = () => {
    setBeginnings((count) => count + 1);
    void read({ afresh: true });
  };

  const again = () => void read({ afresh: status() !== "ready" });

  createComputed(
    on(
      () => JSON.stringify(queryOf(filter())),
      () => batch(begin),
    ),
  );
  onCleanup(
    desk.changes.listen({
      changed: (cards) => shelf.apply(cards, status() === "ready"),
      gone: shelf.remove,
      // Whom a note names no card tells: whoever looks at the list of mentions is shown it there.
      asked: (what) => what === "mentions" && filter().view === "mentions" && again(),
      everything: again,
    }),
  );
  const { card, cards, placeOf } = shelf;
  return {
    status,
    more,
    cards,
    card,
    placeOf,
    loadMore,
    reload: begin,
    /** Of a list by date: how many there are in all, and how often it happened. */
    counted,
    /** A list by date tells what had happened by then: what happens to it later is seen when it is read again. */
    readAt,
    /** Counts the views that were begun: each is looked at from its top. */
    beginnings,
  };
};

type Reading = {
  desk: Desk;
  filter: () => Filter;
  shelf: Shelf;
  status: () => Status;
  setStatus: (status: Status) => void;
  more: () => More;
  setMore: (more: More) => void;
  setCounted: (counted: Counted | undefined) => void;
  setReadAt: (at: string) => void;
  beginnings: () => number;
};

const createReader = (reading: Reading) => {
  const { desk, filter, shelf, status, setStatus, more, setMore, setCounted, setReadAt, beginnings } = reading;
  let cursor: string | undefined;
  let turn = 0;
  const moreThere = () => setMore(cursor ? "there" : "none");
  /** A later reading makes this one void. */
  const inTurn = async <Answer>(asked: Promise<Answer>, done: (answer: Answer) => void, failed: () => void) => {
    const mine = turn;
    let answer: Answer;
    try {
      answer = await asked;
    } catch (fault) {
      desk.report(fault);
      if (mine === turn) failed();
      return;
    }
    if (mine === turn) done(answer);
  };
  /** Reads as many pages as are shown; `afresh`: another view was chosen, and what is known of it is shown meanwhile. */
  const read = async ({ afresh }: { afresh: boolean }) => {
    turn += 1;
    const mine = turn;
    // Of a filter that is still on its way to the screen, nobody hears later.
    const query = queryOf(filter());
    const shown = afresh ? 0 : shelf.cards().length;
    if (afresh) {
      cursor = undefined;
      setCounted(undefined);
      shelf.begin();
      const isForetold = shelf.cards().length > 0;
      setStatus(isForetold ? "ready" : "loading");
      setMore(isForetold ? "loading" : "none");
      // What is known already, and that another view was chosen, is seen before the API is asked: to ask takes as long as
      // to draw a card. The page's first list has been asked for ahead.
      if (isForetold || beginnings() > 1) await painted();
      if (mine !== turn) return;
    }
    const startedAt = Date.now();
    const done = ({ cards, counted, next }: Awaited<ReturnType<typeof readPages>>) => {
      cursor = next;
      setCounted(counted);
      setReadAt(new Date().toISOString());
      desk.stock.put(cards);
      if (!afresh) shelf.tellNews(cards);
      shelf.replace({ cards, next, startedAt }, { keepsRest: afresh });
      setStatus("ready");
      moreThere();
    };
    // A list that is shown stays: an old one under the offline banner is worth more than none.
    const failed = () => {
      if (status() === "loading") setStatus("failed");
      else if (more() === "loading") setMore("failed");
    };
    await inTurn(readPages(desk, query, shown), done, failed);
    desk.goLive();
  };
  const loadMore = async () => {
    if (more() !== "there" && more() !== "failed") return;
    setMore("loading");
    const asked = readOn(desk, filter(), cursor);
    const done = ({ cards, next }: Awaited<typeof asked>) => {
      cursor = next;
      desk.stock.put(cards);
      shelf.add(cards);
      moreThere();
    };
    await inTurn(asked, done, () => setMore("failed"));
  };
  return { read, loadMore };
};

const painted = () => new Promise<void>(afterPaint);

const readOn = async (desk: Desk, filter: Filter, from: string | undefined) => {
  let next = from;
  for (let empty = 0; empty < MOST_EMPTY_PAGES; empty += 1) {
    const page = await fetchPage(desk.api, queryOf(filter), next);
    next = page.cursor;
    if (page.items.length > 0 || !next) return { cards: page.items, next };
  }
  return { cards: [], next };
};
