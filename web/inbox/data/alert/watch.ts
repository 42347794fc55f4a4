import { createEffect, createSignal, onCleanup } from "solid-js";
import { afterPaint } from "../after-paint.ts";
import type { Card } from "../api-types.ts";
import { lookWhenAsked } from "../asked.ts";
import type { Desk } from "../desk.ts";
import type { Asked } from "../live/model.ts";
import {
  type Alert,
  gather,
  namedIn,
  newlyAsked,
  nextSecondAsked,
  notice,
  type Seen,
  stillAsked,
  toApprove,
} from "./model.ts";

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
    const waiting = async () => {
      const { items } = await desk.api.approvalsWaiting();
      return { ids: toApprove(items, watcher.me), dueAt: nextSecondAsked(items) };
    };
    lookUp(desk, { what: "approvals", asked: waiting, tell: (looked) => tellAsked("approval", looked) });
  }
  const named = async () => ({ ids: namedIn((await desk.api.mentions()).items) });
  lookUp(desk, { what: "mentions", asked: named, tell: (looked) => tellAsked("mention", looked) });
  return { alerts, dismiss: (alert: Alert) => setAlerts((all) => all.filter((each) => each !== alert)) };
};

type LookUp = {
  what: Asked;
  asked: () => Promise<{ ids: readonly string[]; dueAt?: number | undefined }>;
  tell: (looked: ReturnType<typeof newlyAsked>) => void;
};

/** Nothing of an approval or of whom a note names is in a card: when there is reason to, it is looked up. */
const lookUp = (desk: Desk, { asked, tell, what }: LookUp): void => {
  let known: ReadonlySet<string> = new Set();
  /** Whoever is away or does not see the page is told once they are back. */
  const isHere = () => desk.presence() === "present" && document.visibilityState === "visible";
  let isOwed = false;
  const look = async () => {
    isOwed = !isHere();
    if (isOwed) return undefined;
    try {
      const { dueAt, ids } = await asked();
      const looked = newlyAsked(known, ids);
      known = looked.known;
      tell(looked);
      return dueAt;
    } catch (fault) {
      // Owed still: looked up with the next reason to.
      desk.report(fault);
      return undefined;
    }
  };
  const lookNow = lookWhenAsked(desk, what, look);
  const lookIfOwed = () => isOwed && isHere() && lookNow();
  createEffect(lookIfOwed);
  document.addEventListener("visibilitychange", lookIfOwed);
  onCleanup(() => document.removeEventListener("visibilitychange", lookIfOwed));
  onCleanup(afterPaint(lookNow));
};

const readWatched = async ({ api, can }: Desk): Promise<readonly Card[]> => {
  const scopes = can("supervise") ? (["unassigned", "breached"] as const) : [];
  const lists = await Promise.all([
    api.conversations({ status: "open", assignee: "me", limit: MOST_MINE }),
    ...scopes.map((scope) => api.wallboardConversations({ scope, limit: MOST_READ })),
  ]);
  return lists.flatMap(({ items }) => items);
};
