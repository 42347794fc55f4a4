import { createEffect, on, onCleanup } from "solid-js";
import { createStore, reconcile, type SetStoreFunction } from "solid-js/store";
import type { Card } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { newsOf } from "../news/model.ts";
import { belongs, type Filter, merge, queryOf } from "./model.ts";
import { readPage, readPages } from "./pages.ts";

type ListState = {
  status: "loading" | "ready" | "failed";
  cards: Card[];
  more: "none" | "there" | "loading" | "failed";
};

/** A list may not know yet what happened this recently; what we were told of a card since then stands. */
const INDEX_LAG_MS = 5_000;

/** The list of one view, kept right by live changes. Lives as long as the component that makes it. */
export const createList = (desk: Desk, filter: () => Filter) => {
  const [state, setState] = createStore<ListState>({ status: "loading", cards: [], more: "none" });
  const shelf = createShelf(desk, filter, state, setState);
  const { read, loadMore } = createReader({ desk, filter, state, setState, shelf });

  createEffect(
    on(
      () => JSON.stringify(filter()),
      () => void read({ afresh: true }),
    ),
  );
  onCleanup(
    desk.changes.listen({
      changed: shelf.apply,
      gone: shelf.remove,
      everything: () => void read({ afresh: state.status !== "ready" }),
    }),
  );
  return { state, loadMore, reload: () => void read({ afresh: true }) };
};

type Shelf = ReturnType<typeof createShelf>;

/** The cards that are shown, and what is worth telling when they change. */
const createShelf = (desk: Desk, filter: () => Filter, state: ListState, setState: SetStoreFunction<ListState>) => {
  const me = desk.me.agent.id;
  const toldAt = new Map<string, number>();
  const show = (list: readonly Card[], arrived: readonly Card[]) =>
    setState("cards", reconcile(merge(list, arrived, filter(), me), { key: "id" }));
  const tellNews = (arrived: readonly Card[]) => {
    const known = new Map(state.cards.map((card) => [card.id, card]));
    desk.news(
      arrived.flatMap((card) => {
        const before = known.get(card.id);
        return before && before.version >= card.version ? [] : newsOf(before, card);
      }),
    );
  };
  return {
    tellNews,
    add: (cards: readonly Card[]) => show(state.cards, cards),
    /** A whole reading: what it does not name goes, unless we were told of it just before. */
    replace: (cards: readonly Card[], startedAt: number) => {
      const named = new Set(cards.map(({ id }) => id));
      const isFresh = (id: string) => (toldAt.get(id) ?? 0) > startedAt - INDEX_LAG_MS;
      show(
        state.cards.filter(({ id }) => named.has(id) || isFresh(id)),
        cards,
      );
    },
    apply: (card: Card) => {
      toldAt.set(card.id, Date.now());
      if (state.status !== "ready") return;
      if (belongs(card, filter(), me)) tellNews([card]);
      show(state.cards, [card]);
    },
    remove: (id: string) =>
      show(
        state.cards.filter((card) => card.id !== id),
        [],
      ),
  };
};

type Reading = {
  desk: Desk;
  filter: () => Filter;
  state: ListState;
  setState: SetStoreFunction<ListState>;
  shelf: Shelf;
};

const createReader = ({ desk, filter, state, setState, shelf }: Reading) => {
  let cursor: string | undefined;
  let turn = 0;
  const moreThere = () => setState("more", cursor ? "there" : "none");
  /** A later reading makes this one void. */
  const inTurn = async <Answer>(asked: Promise<Answer>, done: (answer: Answer) => void, failed: () => void) => {
    const mine = turn;
    try {
      const answer = await asked;
      if (mine === turn) done(answer);
    } catch (fault) {
      desk.report(fault);
      if (mine === turn) failed();
    }
  };
  /** Reads as many pages as are shown; `afresh` forgets what is shown: another view was chosen. */
  const read = async ({ afresh }: { afresh: boolean }) => {
    turn += 1;
    const startedAt = Date.now();
    const shown = afresh ? 0 : state.cards.length;
    if (afresh) setState({ status: "loading", cards: [], more: "none" });
    const done = ({ cards, next }: Awaited<ReturnType<typeof readPages>>) => {
      cursor = next;
      if (!afresh) shelf.tellNews(cards);
      shelf.replace(cards, startedAt);
      setState("status", "ready");
      moreThere();
    };
    // A list that is shown stays: an old one under the offline banner is worth more than none.
    const failed = () => state.status === "loading" && setState("status", "failed");
    await inTurn(readPages(desk, queryOf(filter()), shown), done, failed);
    desk.goLive();
  };
  const loadMore = async () => {
    if (state.more !== "there" && state.more !== "failed") return;
    setState("more", "loading");
    const done = (page: Awaited<ReturnType<typeof readPage>>) => {
      cursor = page.cursor;
      shelf.add(page.items);
      moreThere();
    };
    await inTurn(readPage(desk, queryOf(filter()), cursor), done, () => setState("more", "failed"));
  };
  return { read, loadMore };
};
