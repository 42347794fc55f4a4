import { createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import type { Card } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { queryOf } from "../inbox/model.ts";
import { fetchPage } from "../inbox/pages.ts";
import { findInCards, isPrepared, prepare } from "./model.ts";

/** Cards made ready to be looked through in one task, a few milliseconds on an old laptop. */
const SLICE = 200;
/** Ten thousand conversations; what is beyond, the server finds. */
const MOST_PAGES = 100;

/**
 * Open conversations that have every word, while one types. What the page has not met yet is read meanwhile, page after
 * page. Ends with the component that looks.
 *
 * No index and no worker: with their texts prepared, ten thousand cards are looked through in 3 ms (`npm run bench -- search`),
 * and a card that changes costs nothing but its own text. Words are compared as the server compares them.
 */
export const findOpen = (desk: Desk, text: () => string): (() => readonly Card[]) => {
  const [prepared, setPrepared] = createSignal(undefined, { equals: false });
  let isOver = false;
  onCleanup(() => {
    isOver = true;
  });
  const makeReady = async (cards: readonly Card[]) => {
    for (let start = 0; start < cards.length && !isOver; start += SLICE) {
      prepare(cards.slice(start, start + SLICE));
      if (start === 0) setPrepared();
      await nextTask();
    }
    if (cards.length > SLICE) setPrepared();
  };
  createEffect(() => void makeReady(desk.stock.cards().filter((card) => !isPrepared(card))));
  void meetAll(desk, () => !isOver);
  return createMemo(() => {
    prepared();
    return findInCards(desk.stock.cards().filter(isPrepared), text());
  });
};

const meetAll = async (desk: Desk, isWanted: () => boolean): Promise<void> => {
  let cursor: string | undefined;
  try {
    for (let page = 0; page < MOST_PAGES && isWanted() && !desk.stock.isWhole(); page += 1) {
      const answer = await fetchPage(desk.api, queryOf({ view: "all" }), cursor);
      desk.stock.put(answer.items);
      cursor = answer.cursor;
      if (cursor === undefined) desk.stock.closeRanks();
    }
  } catch (fault) {
    // What is known is looked through, and the server looks through all.
    desk.report(fault);
  }
};

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
