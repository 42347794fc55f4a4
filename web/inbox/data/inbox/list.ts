import { createEffect, on, onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Card } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { newsOf } from "../news/model.ts";
import { belongs, type Filter, merge, queryOf } from "./model.ts";

type ListState = {
  status: "loading" | "ready" | "failed";
  cards: Card[];
  more: "none" | "there" | "loading" | "failed";
};

/** The most pages read again after a gap; who has scrolled further scrolls again. */
const MOST_PAGES = 8;

/** The list of one view, kept right by live changes. Lives as long as the component that makes it. */
export const createList = (desk: Desk, filter: () => Filter) => {
  const [state, setState] = createStore<ListState>({ status: "loading", cards: [], more: "none" });
  let cursor: string | undefined;
  let turn = 0;

  const show = (cards: Card[]) => setState("cards", reconcile(cards, { key: "id" }));
  const query = () => queryOf(filter());
  const mergeIn = (list: readonly Card[], arrived: readonly Card[]) => merge(list, arrived, filter(), desk.me.agent.id);
  const moreThere = () => setState("more", cursor ? "there" : "none");

  const tellNews = (arrived: readonly Card[]) => {
    const known = new Map(state.cards.map((card) => [card.id, card]));
    desk.news(
      arrived.flatMap((card) => {
        const before = known.get(card.id);
        return before && before.version >= card.version ? [] : newsOf(before, card);
      }),
    );
  };

  /** Reads as many pages as are shown; `afresh` forgets what is shown (another view was chosen). */
  const read = async (afresh: boolean) => {
    const mine = ++turn;
    const shown = afresh ? 0 : state.cards.length;
    if (afresh) setState({ status: "loading", cards: [], more: "none" });
    try {
      const { cards, next } = await readPages(desk, query(), shown);
      if (mine !== turn) return;
      cursor = next;
      if (!afresh) tellNews(cards);
      // A list may lag behind what we were told of a card: merging keeps the newer version of each.
      show(
        mergeIn(
          state.cards.filter((card) => cards.some(({ id }) => id === card.id)),
          cards,
        ),
      );
      setState("status", "ready");
      moreThere();
    } catch (fault) {
      if (mine !== turn) return;
      desk.report(fault);
      // A list that is shown stays: an old list with the offline banner is worth more than none.
      if (state.status === "loading") setState("status", "failed");
    } finally {
      desk.goLive();
    }
  };

  const loadMore = async () => {
    if (state.more !== "there" && state.more !== "failed") return;
    const mine = turn;
    setState("more", "loading");
    try {
      const page = await desk.api.conversations({ ...query(), ...(cursor ? { cursor } : {}) });
      if (mine !== turn) return;
      cursor = page.cursor;
      show(mergeIn(state.cards, page.items));
      moreThere();
    } catch (fault) {
      if (mine !== turn) return;
      desk.report(fault);
      setState("more", "failed");
    }
  };

  const apply = (card: Card) => {
    if (state.status !== "ready") return;
    if (belongs(card, filter(), desk.me.agent.id)) tellNews([card]);
    show(mergeIn(state.cards, [card]));
  };

  createEffect(
    on(
      () => JSON.stringify(filter()),
      () => void read(true),
    ),
  );
  onCleanup(
    desk.changes.listen({
      changed: apply,
      gone: (id) => show(state.cards.filter((card) => card.id !== id)),
      everything: () => void read(state.status !== "ready"),
    }),
  );
  return { state, loadMore, reload: () => void read(true) };
};

const readPages = async (desk: Desk, query: ReturnType<typeof queryOf>, atLeast: number) => {
  const cards: Card[] = [];
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const ahead = next ? undefined : desk.firstPage(query);
    const answer = await (ahead ?? desk.api.conversations({ ...query, ...(next ? { cursor: next } : {}) }));
    cards.push(...answer.items);
    next = answer.cursor;
    if (!next || cards.length >= atLeast) break;
  }
  return { cards, next };
};
