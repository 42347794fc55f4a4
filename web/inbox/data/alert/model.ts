import type { Card, Mention } from "../api-types.ts";

/** What somebody is to be told of a conversation even while looking elsewhere. `refused` and `changed` are for who wrote the reply, `unassigned` and `breach` are for supervisors. */
const CARD_KINDS = ["urgent", "nearly-due", "refused", "changed", "unassigned", "breach"] as const;
type CardKind = (typeof CARD_KINDS)[number];
/** What no card tells, and is looked up: a reply waits for this person to look at it, a note names them. */
type AskedKind = "approval" | "mention";
export type AlertKind = CardKind | AskedKind;

/** Ids and a kind: nothing of a customer, so that it may be shown outside the page. `at`: when it was begun, in ms. */
export type Alert = { kind: AlertKind; ids: readonly string[]; at: number };

export type Watcher = { me: string; supervises: boolean };

type Watched = Pick<Card, "id" | "assignee" | "status" | "priority" | "nearlyDue" | "breached" | "dueAt" | "decided">;

/** What holds of the conversations that were seen, where anything does. */
export type Seen = ReadonlyMap<string, ReadonlySet<CardKind>>;

const MINUTE_MS = 60_000;
/** One that was late for longer than this before it was seen is not news. */
const LATE_BEFORE_MS = 5 * MINUTE_MS;
/** Gathered this long before it is told: a wave of breaches is one sentence a minute. */
const GATHERED_MS: Record<AlertKind, number> = {
  urgent: 0,
  "nearly-due": 0,
  refused: 0,
  changed: 0,
  unassigned: 0,
  breach: MINUTE_MS,
  approval: 0,
  mention: 0,
};

/** What has begun to hold since a conversation was seen, and what is known now. `now`: epoch milliseconds. */
export const notice = (
  seen: Seen,
  card: Watched,
  { now, ...watcher }: Watcher & { now: number },
): { seen: Seen; begun: CardKind[] } => {
  const before = seen.get(card.id);
  const holding = concerns(card, watcher);
  const wasLate = card.dueAt !== null && now - Date.parse(card.dueAt) > LATE_BEFORE_MS;
  const isNews = (kind: CardKind) => !(before?.has(kind) ?? false) && !(kind === "breach" && wasLate);
  return { seen: seenWith(seen, card.id, holding), begun: [...holding].filter(isNews) };
};

/** Copied where something has changed: of most cards, nothing ever holds. */
const seenWith = (seen: Seen, id: string, holding: ReadonlySet<CardKind>): Seen => {
  const before = seen.get(id) ?? new Set();
  if (before.size === holding.size && [...before].every((kind) => holding.has(kind))) return seen;
  const next = new Map(seen);
  if (holding.size > 0) next.set(id, holding);
  else next.delete(id);
  return next;
};

/** What holds of a conversation, and concerns this person. */
const concerns = (card: Watched, { me, supervises }: Watcher): ReadonlySet<CardKind> => {
  const { assignee, breached, decided, nearlyDue, priority } = card;
  const isWriter = decided?.agentId === me;
  const holds: Record<CardKind, boolean> = {
    urgent: assignee === me && priority === "urgent",
    "nearly-due": assignee === me && nearlyDue,
    refused: isWriter && decided.decision === "refused",
    changed: isWriter && decided.decision === "changed",
    unassigned: supervises && assignee === null && nearlyDue,
    breach: supervises && breached,
  };
  return new Set(card.status === "open" ? CARD_KINDS.filter((kind) => holds[kind]) : []);
};

type Waiting = { messageId: string; approverIds: readonly string[] };

/** When a second person is next asked about one of them, in epoch ms. */
export const nextSecondAsked = (
  waiting: readonly { secondAskedAt: string; overdue: boolean }[],
): number | undefined => {
  const due = waiting.filter(({ overdue }) => !overdue).map((each) => Date.parse(each.secondAskedAt));
  return due.length === 0 ? undefined : Math.min(...due);
};

/** The replies that are this person's to approve: asked first, or as a second one. */
export const toApprove = (waiting: readonly Waiting[], me: string): readonly string[] =>
  waiting.filter(({ approverIds }) => approverIds.includes(me)).map(({ messageId }) => messageId);

/** The conversations in which notes name this person, and that were not looked at since. */
export const namedIn = (mentions: readonly Pick<Mention, "readAt" | "conversation">[]): readonly string[] => [
  ...new Set(mentions.filter(({ readAt }) => readAt === undefined).map(({ conversation }) => conversation.id)),
];

/** What is asked of this person since it was last looked up. */
export const newlyAsked = (
  known: ReadonlySet<string>,
  ids: readonly string[],
): { known: ReadonlySet<string>; asked: string[] } => ({
  known: new Set(ids),
  asked: ids.filter((id) => !known.has(id)),
});

/** What was decided or read meanwhile, by whomever, is asked no more. */
export const stillAsked = (alerts: readonly Alert[], kind: AskedKind, asked: ReadonlySet<string>): readonly Alert[] =>
  alerts.flatMap((alert) => {
    if (alert.kind !== kind) return [alert];
    const ids = alert.ids.filter((id) => asked.has(id));
    return ids.length === alert.ids.length ? [alert] : ids.length === 0 ? [] : [{ ...alert, ids }];
  });

/** Joins what has begun to what is told within the same minute: one alert a kind. */
export const gather = (
  alerts: readonly Alert[],
  begun: readonly AlertKind[],
  { id, now }: { id: string; now: number },
): readonly Alert[] =>
  begun.reduce<readonly Alert[]>(
    (all, kind) => joined(all, kind, { id, now }),
    alerts.filter((alert) => now < endOf(alert)),
  );

const joined = (alerts: readonly Alert[], kind: AlertKind, { id, now }: { id: string; now: number }) => {
  const known = alerts.find((alert) => alert.kind === kind && now - alert.at < MINUTE_MS);
  if (known === undefined) return [...alerts, { kind, ids: [id], at: now }];
  if (known.ids.includes(id)) return alerts;
  return alerts.map((alert) => (alert === known ? { ...known, ids: [...known.ids, id] } : alert));
};

/** What is shown now: each for a minute. */
export const told = (alerts: readonly Alert[], now: number): readonly Alert[] =>
  alerts.filter((alert) => now >= alert.at + GATHERED_MS[alert.kind] && now < endOf(alert));

const endOf = ({ at, kind }: Alert): number => at + GATHERED_MS[kind] + MINUTE_MS;

/** One opens as itself; several as the list they are in. */
export const placeOf = ({ ids, kind }: Alert): string => {
  const [only, ...others] = ids;
  if (kind === "approval") return "/approvals";
  if (only !== undefined && others.length === 0) return `/c/${encodeURIComponent(only)}`;
  switch (kind) {
    case "urgent":
    case "nearly-due":
    case "refused":
    case "changed":
      return "/?view=mine";
    case "mention":
      return "/?view=mentions";
    case "unassigned":
      return "/?view=unassigned";
    case "breach":
      return "/wallboard";
    default:
      return kind satisfies never;
  }
};
