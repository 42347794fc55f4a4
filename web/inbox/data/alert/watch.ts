import { createSignal, onCleanup } from "solid-js";
import type { Card } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { type Alert, gather, newlyAsked, notice, type Seen, stillAsked } from "./model.ts";

/** The most pressing of these come first: later ones are seen when they change. */
const MOST_READ = 200;
const MOST_MINE = 100;

/** Watches over every page what this person is to be told. Must be called under an owner, and ends with it. */
export const watchAlerts = (desk: Desk) => {
  const [alerts, setAlerts] = createSignal<readonly Alert[]>([]);
  const watcher = { me: desk.me.agent.id, supervises: desk.can("supervise") };
  let seen: Seen = new Map();
  let hasRead = false;
  const see = (card: Card, isNews = hasRead) => {
    const now = Date.now();
    const noticed = notice(seen, card, { ...watcher, now });
    seen = noticed.seen;
    // Whoever is away is told nothing, then or later.
    if (isNews && desk.presence() === "present") setAlerts((all) => gather(all, noticed.begun, { id: card.id, now }));
  };
  /** The first reading only tells what holds already. */
  const readAgain = async () => {
    const isNews = hasRead;
    try {
      for (const card of await readWatched(desk)) see(card, isNews);
      hasRead = true;
    } catch (fault) {
      // Read again with the next gap; what changes meanwhile is told one by one.
      desk.report(fault);
    }
  };
  const stop = desk.changes.listen({
    changed: (cards) => {
      for (const card of cards) see(card);
    },
    gone: (id) => {
      seen = new Map([...seen].filter(([known]) => known !== id));
    },
    everything: () => void readAgain(),
  });
  onCleanup(stop);
  if (desk.can("approve")) {
    watchApprovals(desk, watcher.me, ({ asked, known }) =>
      setAlerts((all) =>
        asked.reduce((told, id) => gather(told, ["approval"], { id, now: Date.now() }), stillAsked(all, known)),
      ),
    );
  }
  return { alerts, dismiss: (alert: Alert) => setAlerts((all) => all.filter((each) => each !== alert)) };
};

/** Nothing of an approval is in a card, and a second person is asked by the passing of time: it is looked up. */
const APPROVALS_MS = 15_000;

type Looked = ReturnType<typeof newlyAsked>;

const watchApprovals = (desk: Desk, me: string, tell: (looked: Looked) => void): void => {
  let known: ReadonlySet<string> = new Set();
  const look = async () => {
    if (desk.presence() !== "present" || document.visibilityState === "hidden") return;
    try {
      const looked = newlyAsked(known, (await desk.api.approvalsWaiting()).items, me);
      known = looked.known;
      tell(looked);
    } catch (fault) {
      // Looked up again soon.
      desk.report(fault);
    }
  };
  const timer = setInterval(() => void look(), APPROVALS_MS);
  onCleanup(() => clearInterval(timer));
  void look();
};

const readWatched = async ({ api, can }: Desk): Promise<readonly Card[]> => {
  const scopes = can("supervise") ? (["unassigned", "breached"] as const) : [];
  const lists = await Promise.all([
    api.conversations({ status: "open", assignee: "me", limit: MOST_MINE }),
    ...scopes.map((scope) => api.wallboardConversations({ scope, limit: MOST_READ })),
  ]);
  return lists.flatMap(({ items }) => items);
};
