import { createSignal, onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Card } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { createStanding } from "../standing.ts";
import { createRefresher } from "./refresh.ts";
import type { Board, Selection, Trend } from "./types.ts";

/** With the reading and the drawing it stays below a second from the change to the screen. */
const PAUSE_MS = 400;
/** Presence runs out without a word, and times pass: the board is read again though nothing was told. */
const ANYWAY_MS = 15_000;
const TREND_MS = 60_000;
const MOST_CARDS = 40;

type Shown = {
  board: Board | undefined;
  trend: Trend | undefined;
  /** Answers that wait for a second pair of eyes. */
  approvals: { waiting: number; overdue: number } | undefined;
  cards: Card[];
  /** How many there are; the list shows the first of them. */
  total: number;
  /** Whether the list is the one that was chosen last. */
  isListed: boolean;
};

/** The wallboard's data, live. Must be called under an owner, and ends with it. */
export const openBoard = (desk: Desk, first: Selection) => {
  const [shown, setShown] = createStore<Shown>({
    board: undefined,
    trend: undefined,
    approvals: undefined,
    cards: [],
    total: 0,
    isListed: false,
  });
  const [selection, setSelection] = createSignal(first);
  const { fault, read } = createStanding(desk);
  const readBoard = async () => {
    const wanted = selection();
    const [board, approvals, list] = await Promise.all([
      desk.api.wallboard(),
      desk.api.approvalsWaiting(),
      desk.api.wallboardConversations({ ...wanted, limit: MOST_CARDS }),
    ]);
    setShown("board", reconcile(board, { key: "id" }));
    setShown("approvals", { waiting: approvals.waiting, overdue: approvals.overdue });
    // Another list was chosen meanwhile: what came is not what is asked for.
    if (wanted !== selection()) return;
    setShown("cards", reconcile(list.items, { key: "id" }));
    setShown({ total: list.total, isListed: true });
  };
  const readTrend = async () => setShown("trend", reconcile(await desk.api.wallboardTrend()));
  const refresh = createRefresher(() => read(readBoard), PAUSE_MS);
  const refreshTrend = () => void read(readTrend);
  const stop = desk.changes.listen({ changed: refresh, gone: refresh, everything: refresh });
  const timers = [setInterval(refresh, ANYWAY_MS), setInterval(refreshTrend, TREND_MS)];
  onCleanup(() => {
    stop();
    for (const timer of timers) clearInterval(timer);
  });
  refresh();
  refreshTrend();
  return {
    shown,
    selection,
    fault,
    refresh,
    retry: () => {
      refresh();
      refreshTrend();
    },
    /** The list before goes at once: nobody acts on it under the name of the next. */
    select: (next: Selection) => {
      setSelection(next);
      setShown({ cards: [], total: 0, isListed: false });
      refresh();
    },
  };
};

export type OpenBoard = ReturnType<typeof openBoard>;
