import type { Card } from "../api-types.ts";

export const VIEWS = ["all", "mine", "unassigned", "closed"] as const;
export type View = (typeof VIEWS)[number];

/** `channel` undefined: every channel. */
export type Filter = { view: View; channel?: string | undefined };

/** What the API is asked for to show a view. */
export const queryOf = ({ view, channel }: Filter) => ({
  status: view === "closed" ? ("closed" as const) : ("open" as const),
  ...(view === "mine" ? { assignee: "me" } : view === "unassigned" ? { assignee: "none" } : {}),
  ...(channel ? { channel } : {}),
});

/** Whether a card, as it is now, is part of a view for this agent. */
export const belongs = (card: Card, { view, channel }: Filter, agentId: string): boolean => {
  if (channel && card.channel !== channel) return false;
  if (view === "closed") return card.status === "closed";
  if (card.status !== "open") return false;
  if (view === "mine") return card.assignee === agentId;
  return view === "all" || card.assignee === null;
};

/** Puts cards into a list: the newer version of each wins, what no longer belongs leaves, the order is the view's. */
export const merge = (list: readonly Card[], arrived: readonly Card[], filter: Filter, agentId: string): Card[] => {
  const cards = new Map(list.map((card) => [card.id, card]));
  for (const card of arrived) {
    const known = cards.get(card.id);
    if (!known || known.version <= card.version) cards.set(card.id, card);
  }
  const order = filter.view === "closed" ? byClosing : byDeadline;
  return [...cards.values()].filter((card) => belongs(card, filter, agentId)).sort(order);
};

/** What stands exposed first, the longest first; then the earliest deadline, and those with none last, the longest silent first. */
const byDeadline = (a: Card, b: Card): number => {
  if (a.exposedAt !== b.exposedAt) return textOrder(a.exposedAt ?? "~", b.exposedAt ?? "~");
  if (a.dueAt !== b.dueAt) {
    if (a.dueAt === null) return 1;
    if (b.dueAt === null) return -1;
    return a.dueAt < b.dueAt ? -1 : 1;
  }
  return textOrder(a.lastMessageAt, b.lastMessageAt) || textOrder(a.id, b.id);
};

const byClosing = (a: Card, b: Card): number => textOrder(b.closedAt ?? "", a.closedAt ?? "") || textOrder(a.id, b.id);

const textOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
