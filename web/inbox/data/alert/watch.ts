import { createSignal, onCleanup } from "solid-js";
import { afterPaint } from "../after-paint.ts";
import type { Card } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { type Alert, gather, namedIn, newlyAsked, notice, type Seen, stillAsked, toApprove } from "./model.ts";

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
  const tellAsked = (kind: "approval" | "mention", { asked, known }: ReturnType<typeof newlyAsked>) =>
    setAlerts((all) =>
      asked.reduce((told, id) => gather(told, [kind], { id, now: Date.now() }), stillAsked(all, kind, known)),
    );
  if (desk.can("approve")) {
    const waiting = async () => toApprove((await desk.api.approvalsWaiting()).items, watcher.me);
    lookUp(desk, { everyMs: APPROVALS_MS, asked: waiting, tell: (looked) => tellAsked("approval", looked) });
  }
  const named = async () => namedIn((await desk.api.mentions()).items);
  lookUp(desk, { everyMs: MENTIONS_MS, asked: named, tell: (looked) => tellAsked("mention", looked) });
  return { alerts, dismiss: (alert: Alert) => setAlerts((all) => all.filter((each) => each !== alert)) };
};

const APPROVALS_MS = 15_000;
const MENTIONS_MS = 20_000;

type LookUp = {
  everyMs: number;
  asked: () => Promise<readonly string[]>;
  tell: (looked: ReturnType<typeof newlyAsked>) => void;
};

/** Nothing of an approval or of whom a note names is in a card, and a second person is asked by the passing of time: it is looked up. */
const lookUp = (desk: Desk, { asked, everyMs, tell }: LookUp): void => {
  let known: ReadonlySet<string> = new Set();
  const look = async () => {
    if (desk.presence() !== "present" || document.visibilityState === "hidden") return;
    try {
      const looked = newlyAsked(known, await asked());
      known = looked.known;
      tell(looked);
    } catch (fault) {
      // Looked up again soon.
      desk.report(fault);
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  onCleanup(() => clearInterval(timer));
  onCleanup(afterPaint(() => void look()));
};

const readWatched = async ({ api, can }: Desk): Promise<readonly Card[]> => {
  const scopes = can("supervise") ? (["unassigned", "breached"] as const) : [];
  const lists = await Promise.all([
    api.conversations({ status: "open", assignee: "me", limit: MOST_MINE }),
    ...scopes.map((scope) => api.wallboardConversations({ scope, limit: MOST_READ })),
  ]);
  return lists.flatMap(({ items }) => items);
};
