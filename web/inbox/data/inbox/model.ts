import type { Card } from "../api-types.ts";
import { type Happened, happenedIn } from "./happening.ts";

export const VIEWS = [
  "all",
  "mine",
  "unassigned",
  "team",
  "at-risk",
  "mentions",
  "snoozed",
  "review",
  "heard",
  "closed",
  "dated",
] as const;
export type View = (typeof VIEWS)[number];

export const SORTS = ["deadline", "newest", "oldest"] as const;
export type Sort = (typeof SORTS)[number];

/** What a view can be narrowed by, as the address and the API name it. */
export const NARROWINGS = ["channel", "topic", "language", "priority", "sentiment", "audience", "tag", "team"] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/** Absent: everything, by deadline. The view by date has no other content than what happened. */
export type Filter = { view: View; sort?: Sort | undefined } & Partial<Record<Narrowing, string | undefined>> &
  Happened;

/** Whether the list holds what something happened to: no card tells that, only the server does. */
export const isDated = ({ event }: Pick<Filter, "event">): boolean => event !== undefined;

/** By how much a view is narrowed. */
export const narrowingsOf = (filter: Filter): number =>
  NARROWINGS.filter((name) => filter[name]).length + (isDated(filter) ? 1 : 0);

/** The same view with nothing narrowed. */
export const cleared = ({ view, ...filter }: Filter): Filter => {
  const { agent: _, hour: __, weekday: ___, ...happened } = happenedIn(filter);
  return view === "dated" ? { view, ...happened } : { view };
};

/** Who looks at the list. */
export type Reader = { id: string; teamIds: readonly string[] };

export type ListQuery = Partial<Record<Narrowing | "status" | "sort" | "assignee", string>> & {
  event?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  last?: string | undefined;
  agent?: string | undefined;
  weekday?: string | undefined;
  hour?: string | undefined;
  atRisk?: true;
  snoozed?: boolean;
  review?: true;
  heard?: true;
  mentions?: true;
};

/** What the API is asked for to show a view. Who snoozes a conversation does not want to see it among the others. */
export const queryOf = (filter: Filter): ListQuery => ({
  status: filter.view === "closed" ? "closed" : filter.view === "dated" ? "any" : "open",
  ...ofView[filter.view],
  ...(filter.sort && filter.sort !== "deadline" ? { sort: filter.sort } : {}),
  ...Object.fromEntries(NARROWINGS.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []))),
  ...happenedIn(filter),
});

const ofView: Record<View, ListQuery> = {
  all: {},
  mine: { assignee: "me", snoozed: false },
  unassigned: { assignee: "none", snoozed: false },
  team: { team: "mine", snoozed: false },
  "at-risk": { atRisk: true },
  mentions: { mentions: true },
  snoozed: { snoozed: true },
  review: { review: true },
  heard: { heard: true },
  closed: {},
  dated: {},
};

/** Whether a card, as it is now, is part of a view for this reader. */
export const belongs = (card: Card, filter: Filter, reader: Reader): boolean => membersOf(filter, reader)(card);

/** Asked of thousands of cards at once: what the view is narrowed by is looked up once for all. */
export const membersOf = (filter: Filter, reader: Reader): ((card: Card) => boolean) => {
  const { view } = filter;
  if (isDated(filter)) return (card) => isInView(card, view, reader);
  const narrowed = NARROWINGS.flatMap((name) => (filter[name] ? [{ name, value: filter[name] }] : []));
  return (card) => isInView(card, view, reader) && narrowed.every(({ name, value }) => has(card, name, value));
};

const isInView = (card: Card, view: View, { id, teamIds }: Reader): boolean => {
  // Whom a note names, and what happened when, stands in no card: the list says so.
  if (view === "mentions" || view === "dated") return true;
  if (view === "review") return card.underReview;
  if (view === "closed") return card.status === "closed" && (card.erased === null || card.erased.isPast);
  if (card.status !== "open" || card.overheard !== (view === "heard")) return false;
  if (view === "all" || view === "heard") return true;
  if (view === "at-risk") return card.atRisk || card.breached;
  if (view === "snoozed") return card.snoozed !== null;
  if (card.snoozed !== null) return false;
  if (view === "team") return teamIds.includes(card.teamId);
  return view === "mine" ? card.assignee === id : card.assignee === null;
};

const has = (card: Card, name: Narrowing, value: string): boolean => {
  if (name === "team") return card.teamId === value;
  return name === "tag" ? card.tags.includes(value) : card[name] === value;
};

/** What is known of a card stands against an older reading of it. */
export const newest = (known: Card | undefined, card: Card): Card =>
  known && known.version > card.version ? known : card;

/** The same, with when it happened: a card that comes by itself does not tell. */
export const newestListed = (known: Card | undefined, card: Card): Card => {
  const happenedAt = card.happenedAt ?? known?.happenedAt;
  return happenedAt === undefined ? newest(known, card) : { ...newest(known, card), happenedAt };
};

/** A view's order; two cards are never alike in it. */
export const orderOf = ({ event, sort, view }: Filter): ((a: Card, b: Card) => number) => {
  if (isDated({ event })) return sort === "oldest" ? byHappening : (a, b) => byHappening(b, a);
  if (view === "closed") return sort === "oldest" ? (a, b) => byClosing(b, a) : byClosing;
  if (view === "mentions" || view === "heard" || sort === "newest") return (a, b) => byMessage(b, a);
  return sort === "oldest" ? byMessage : byDeadline;
};

/** What stands exposed first, the longest first; then the earliest deadline, and those with none last, the longest silent first. */
const byDeadline = (a: Card, b: Card): number => {
  if (a.exposedAt !== b.exposedAt) return textOrder(a.exposedAt ?? "~", b.exposedAt ?? "~");
  if (a.dueAt !== b.dueAt) {
    if (a.dueAt === null) return 1;
    if (b.dueAt === null) return -1;
    return a.dueAt < b.dueAt ? -1 : 1;
  }
  return byMessage(a, b);
};

const byMessage = (a: Card, b: Card): number => textOrder(a.lastMessageAt, b.lastMessageAt) || textOrder(a.id, b.id);

const byHappening = (a: Card, b: Card): number =>
  textOrder(a.happenedAt ?? "", b.happenedAt ?? "") || textOrder(a.id, b.id);

const byClosing = (a: Card, b: Card): number => textOrder(b.closedAt ?? "", a.closedAt ?? "") || textOrder(a.id, b.id);

const textOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
