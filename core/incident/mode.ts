import { Fault } from "#core/fault";
import type { Redacted } from "#core/redaction";
import type { Instant } from "#core/sla";

/** Which conversations belong to an incident: what each says that is said must hold. */
export type Rule = {
  readonly topic?: string;
  readonly channel?: string;
  /** Those that last asked something from here on. */
  readonly since: Instant;
};

export type Words = { readonly fr?: Redacted; readonly en?: Redacted };

/** What is said to everybody for now. It is sent once a second person has approved these very words. */
export type Answer = {
  readonly version: number;
  readonly words: Words;
  readonly proposedBy: string;
  readonly approvedBy?: string;
};

/** One walk over the conversations of an incident: gathering them, or answering them. */
export type Walk = {
  readonly kind: "gather" | "answer";
  readonly startedBy: string;
  /** Done up to this conversation, in the order of ids. */
  readonly cursor: string;
  readonly isOver: boolean;
  readonly done: number;
  /** Looked at, and left as it was: it is no part of it, or the platform takes no answer any more. */
  readonly skipped: number;
  readonly of: number;
};

/** Who did what when. */
export type Moment = {
  /** `withheld`: the rest was not sent, because of what the guard found in the words since they were approved. */
  readonly type: "opened" | "proposed" | "approved" | "gathered" | "sent" | "withheld" | "closed";
  readonly at: Instant;
  readonly agentId: string;
  readonly count?: number;
};

/** Many customers with one cause, that a supervisor handles together. */
export type Incident = {
  readonly id: string;
  /** Counts its changes: of two people who change it at once the second looks again. */
  readonly revision: number;
  readonly title: Redacted;
  readonly rule: Rule;
  readonly status: "open" | "closed";
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly answer?: Answer;
  readonly walk?: Walk;
  readonly summary?: Redacted;
  readonly closedAt?: Instant;
  readonly timeline: readonly Moment[];
};

type Subject = { readonly topic?: string | undefined; readonly channel: string; readonly askedAt: Instant };

export const isPart = ({ askedAt, channel, topic }: Subject, rule: Rule): boolean =>
  askedAt >= rule.since &&
  (rule.topic === undefined || rule.topic === topic) &&
  (rule.channel === undefined || rule.channel === channel);

type Act = { readonly agentId: string; readonly now: Instant };

export const begin = (
  { id, rule, title }: Pick<Incident, "id" | "title" | "rule">,
  { agentId, now }: Act,
): Incident => ({
  id,
  revision: 1,
  title,
  rule,
  status: "open",
  openedAt: now,
  openedBy: agentId,
  walk: started("gather", agentId),
  timeline: [{ type: "opened", at: now, agentId }],
});

/** Other words are another answer, and need another approval. */
export const propose = (incident: Incident, words: Words, { agentId, now }: Act): Incident => {
  const open = requireOpen(incident);
  if (open.answer !== undefined && open.answer.words.fr === words.fr && open.answer.words.en === words.en) return open;
  const version = (open.answer?.version ?? 0) + 1;
  return told({ ...open, answer: { version, words, proposedBy: agentId } }, { type: "proposed", at: now, agentId });
};

/** @throws incident.own-words for whoever wrote them */
export const approve = (incident: Incident, version: number, { agentId, now }: Act): Incident => {
  const open = requireOpen(incident);
  if (open.answer?.version !== version) throw new Fault("incident.other-words");
  if (open.answer.approvedBy !== undefined) return open;
  if (open.answer.proposedBy === agentId) throw new Fault("incident.own-words");
  return told({ ...open, answer: { ...open.answer, approvedBy: agentId } }, { type: "approved", at: now, agentId });
};

/** Everybody in it is answered once with these words; asked again, those who came since. */
export const send = (incident: Incident, { agentId }: Act): Incident => {
  const open = requireOpen(incident);
  if (open.answer?.approvedBy === undefined) throw new Fault("incident.not-approved");
  if (open.walk !== undefined && !open.walk.isOver) throw new Fault("incident.busy");
  return { ...open, revision: open.revision + 1, walk: started("answer", agentId) };
};

/** How far a walk came; its end is told. */
export const walked = (incident: Incident, walk: Walk, now: Instant): Incident => {
  const next = { ...incident, walk };
  if (!walk.isOver) return { ...next, revision: incident.revision + 1 };
  const type = walk.kind === "gather" ? "gathered" : "sent";
  return told(next, { type, at: now, agentId: walk.startedBy, count: walk.done });
};

/** Sending ends where it is: what must not leave is to be written anew. */
export const withhold = (incident: Incident, now: Instant): Incident => {
  const { walk } = incident;
  if (walk === undefined || walk.isOver || walk.kind !== "answer") return incident;
  const next = { ...incident, walk: { ...walk, isOver: true } };
  return told(next, { type: "withheld", at: now, agentId: walk.startedBy, count: walk.done });
};

export const end = (incident: Incident, summary: Redacted, { agentId, now }: Act): Incident => {
  if (incident.status === "closed") return incident;
  const { walk: _, ...rest } = incident;
  return told({ ...rest, status: "closed", closedAt: now, summary }, { type: "closed", at: now, agentId });
};

const started = (kind: Walk["kind"], startedBy: string): Walk => ({
  kind,
  startedBy,
  cursor: "",
  isOver: false,
  done: 0,
  skipped: 0,
  of: 0,
});

const requireOpen = (incident: Incident): Incident => {
  if (incident.status === "closed") throw new Fault("incident.closed");
  return incident;
};

/** Moments that an incident remembers, the newest. */
const momentsKept = 200;

const told = (incident: Incident, moment: Moment): Incident => ({
  ...incident,
  revision: incident.revision + 1,
  timeline: [...incident.timeline, moment].slice(-momentsKept),
});
