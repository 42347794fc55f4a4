import type * as Classification from "#core/classification";
import type * as Directory from "#core/directory";
import type * as Handoff from "#core/handoff";
import * as Sla from "#core/sla";
import type { Decided } from "./approval.ts";
import { escalationsOf, isAtRisk, isBreached, isNearlyDue } from "./clock.ts";
import type { Complaint } from "./complaint.ts";
import { type Elsewhere, elsewhere } from "./elsewhere.ts";
import { type ErasureGround, isErased } from "./erasure.ts";
import { exposedSince } from "./exposure.ts";
import { isOverheard } from "./heard.ts";
import type { Labels } from "./label.ts";
import { isLateFromPlatform } from "./late.ts";
import type { Priority } from "./priority.ts";
import { awaitsReview } from "./review.ts";
import type { Clock, Conversation } from "./state.ts";

/**
 * What a card shows beside the log: redacted words that may be redacted again or erased, so they live outside the log
 * and are not part of its replay.
 */
export type Label = {
  readonly name?: string;
  readonly handle?: string;
  readonly preview?: string;
  /** The message whose words the preview is. */
  readonly previewId?: string;
  /** What it shares with other conversations: keyed hashes of its contact and of its public thread. */
  readonly contact?: string;
  readonly thread?: string;
  /** Why it has its labels: the rules' own words, by label. */
  readonly why?: Readonly<Record<string, readonly string[]>>;
};

/** A conversation as the lists show it. */
export type Card = {
  readonly id: string;
  readonly channel: Conversation["channel"];
  readonly visibility: Conversation["visibility"];
  readonly status: Conversation["status"];
  readonly contact: { readonly name?: string; readonly handle?: string };
  readonly preview?: string;
  readonly assignee: string | null;
  readonly teamId: string;
  readonly dueAt: Sla.Instant | null;
  readonly target: Sla.Target["kind"] | null;
  readonly atRisk: boolean;
  /** The last warning before its deadline was given. */
  readonly nearlyDue: boolean;
  readonly breached: boolean;
  /** The promise to have it settled; `dueAt` is null while it waits for the customer. */
  readonly resolution: { readonly dueAt: Sla.Instant | null; readonly breached: boolean } | null;
  readonly topic: Classification.Topic | null;
  readonly urgency: Labels["urgency"];
  /** Urgent is what cannot wait; high is what the customer presses for, or what a breach raised; a person's word goes before. */
  readonly priority: Priority;
  readonly priorityByHand: boolean;
  /** A supervisor should look: its answer is late, and a step of escalation was taken. */
  readonly escalated: boolean;
  /** The incident it is part of. */
  readonly incidentId: string | null;
  /** What makes it urgent. */
  readonly alarm: Classification.Alarm | null;
  readonly language: string | null;
  readonly sentiment: Labels["sentiment"] | null;
  readonly abusive: boolean;
  /** Insults without a request: no clock runs and nobody is given it, until an agent takes it. */
  readonly doNotFeed: boolean;
  readonly complaintSuggested: boolean;
  /** Undecided, refused, or confirmed with its regulator's deadlines. */
  readonly complaint: Complaint | null;
  readonly tags: readonly string[];
  /** Out of its agent's sight; `until` is absent where it waits for the customer. */
  readonly snoozed: { readonly until?: Sla.Instant } | null;
  readonly followUpAt: Sla.Instant | null;
  /** A second person has to look at it. */
  readonly underReview: boolean;
  readonly lastAgentId: string | null;
  /** Whoever writes is on one of the bank's lists of people. */
  readonly audience: Directory.Audience | null;
  /** The branch or the expert it is for. */
  readonly placeId: string | null;
  /** Listening found it, and nobody has taken it up: it is in a list of its own, and no clock runs. */
  readonly overheard: boolean;
  /** Where the same person talks with us on the other side, public or private: one agent, one promise. */
  readonly besideId: string | null;
  /** Where what is said here is read and answered, and which others are read and answered here. */
  readonly mergedIntoId: string | null;
  readonly mergedIds: readonly string[];
  /** The thread that it is a part of, and the parts of this thread that are conversations of their own. */
  readonly splitFromId: string | null;
  readonly partIds: readonly string[];
  readonly awaiting: boolean;
  readonly openedAt: Sla.Instant;
  readonly lastMessageAt: Sla.Instant;
  readonly lastInboundAt: Sla.Instant | null;
  readonly closedAt: Sla.Instant | null;
  /** Since when a public message has shown everybody a card, a code or an IBAN. */
  readonly exposedAt: Sla.Instant | null;
  /** What runs was started by a message the platform told too late. */
  readonly lateFromPlatform: boolean;
  /** How long what is over stood. */
  readonly exposedSeconds: number;
  /** Why it cannot be answered here. */
  readonly elsewhere: Elsewhere | null;
  /** The way to the secure channel: how far the customer came, and whether nothing has come for a day. */
  readonly handoff: { readonly step: Handoff.Step; readonly isStalled: boolean } | null;
  /** Replies the platform has not accepted yet. */
  readonly unsent: number;
  /** Answers that wait for somebody's decision, because the customer wrote before they left. */
  readonly held: number;
  /** Answers that wait for a second pair of eyes. */
  readonly awaitingApproval: number;
  /** What somebody else made of an answer, until its writer goes on. */
  readonly decided: Omit<Decided, "messageId"> | null;
  /** Customer messages so far: what a page has seen when it shows this card. */
  readonly inboundCount: number;
  /** Whoever writes looks like the bank, and no person has said otherwise. */
  readonly isImpostor: boolean;
  /** Somebody who looks like the bank has answered this customer. */
  readonly hasImpostor: boolean;
  /** Its words were erased; `isPast`: those before, and the customer has written since. */
  readonly erased: { readonly at: Sla.Instant; readonly ground: ErasureGround; readonly isPast: boolean } | null;
  /** A legal hold keeps it. */
  readonly onHold: boolean;
  readonly version: number;
};

export const cardOf = (state: Conversation, label: Label, version: number): Card => ({
  id: state.id,
  channel: state.channel,
  visibility: state.visibility,
  status: state.status,
  contact: {
    ...(label.name === undefined ? {} : { name: label.name }),
    ...(label.handle === undefined ? {} : { handle: label.handle }),
  },
  ...(label.preview === undefined ? {} : { preview: label.preview }),
  assignee: state.assigneeId ?? null,
  teamId: state.teamId,
  dueAt: dueOf(state.clock),
  target: state.clock?.kind ?? null,
  atRisk: isAtRisk(state),
  nearlyDue: isNearlyDue(state),
  breached: isBreached(state),
  resolution:
    state.resolution === undefined
      ? null
      : { dueAt: dueOf(state.resolution), breached: state.resolution.fired.includes("breached") },
  ...labelsOf(state),
  ...escalationOf(state),
  ...careOf(state),
  incidentId: state.incidentId ?? null,
  lastAgentId: state.lastAgentId ?? null,
  audience: state.audience ?? null,
  placeId: state.placeId ?? null,
  overheard: isOverheard(state),
  besideId: state.besideId ?? null,
  mergedIntoId: state.mergedInto?.conversationId ?? null,
  mergedIds: state.mergedIds ?? [],
  splitFromId: state.splitFrom?.conversationId ?? null,
  partIds: (state.partIds ?? []).filter((id) => state.mergedIds?.includes(id) !== true),
  awaiting: state.isAwaiting,
  openedAt: state.openedAt,
  lastMessageAt: state.lastMessageAt,
  lastInboundAt: state.lastInboundAt ?? null,
  closedAt: state.closedAt ?? null,
  exposedAt: exposedSince(state) ?? null,
  lateFromPlatform: isLateFromPlatform(state),
  exposedSeconds: state.exposedSeconds ?? 0,
  elsewhere: elsewhere(state) ?? null,
  handoff: handoffOf(state),
  unsent: state.outbox.length,
  held: state.outbox.filter((reply) => reply.state === "held").length,
  awaitingApproval: (state.approvals ?? []).length,
  decided: state.decided === undefined ? null : { agentId: state.decided.agentId, decision: state.decided.decision },
  inboundCount: state.inboundCount,
  isImpostor: state.suspicion?.status === "suspected",
  hasImpostor: (state.impostures ?? []).length > 0,
  erased: erasedOf(state),
  onHold: (state.holdIds ?? []).length > 0,
  version,
});

const erasedOf = (state: Conversation): Card["erased"] =>
  state.erasure === undefined ? null : { at: state.erasure.at, ground: state.erasure.ground, isPast: !isErased(state) };

const handoffOf = ({ handoff }: Conversation): Card["handoff"] =>
  handoff === undefined || handoff.way !== "secure-page"
    ? null
    : { step: handoff.step, isStalled: handoff.stalledAt !== undefined && isSilent(handoff.step) };

const isSilent = (step: Handoff.Step): boolean => ["offered", "delivered", "signed-in"].includes(step);

const labelsOf = ({ complaint, labels }: Conversation) => ({
  topic: labels?.topic ?? null,
  urgency: labels?.urgency ?? "normal",
  alarm: labels?.alarm ?? null,
  language: labels?.language ?? null,
  sentiment: labels?.sentiment ?? null,
  abusive: labels?.isAbusive ?? false,
  doNotFeed: labels?.isNotToFeed ?? false,
  complaintSuggested: complaint?.status === "suggested",
  complaint: complaint ?? null,
});

/** What people have done about it. */
const careOf = (state: Conversation): Pick<Card, "tags" | "snoozed" | "followUpAt" | "underReview"> => ({
  tags: state.tags ?? [],
  snoozed: state.snooze ?? null,
  followUpAt: state.followUpAt ?? null,
  underReview: awaitsReview(state),
});

/** A person's word, else what the rules and the deadline say. */
export const priorityOf = (state: Conversation): Priority => {
  const isHigh = state.labels?.urgency === "pressing" || escalationsOf(state).includes("raise-priority");
  return state.priorityByHand ?? (state.labels?.urgency === "urgent" ? "urgent" : isHigh ? "high" : "normal");
};

const escalationOf = (state: Conversation): Pick<Card, "priority" | "priorityByHand" | "escalated"> => {
  const escalations = escalationsOf(state);
  return {
    priority: priorityOf(state),
    priorityByHand: state.priorityByHand !== undefined,
    escalated: escalations.length > 0,
  };
};

export const dueOf = (clock: Clock | undefined): Sla.Instant | null =>
  clock === undefined || Sla.isPaused(clock) ? null : clock.dueAt;
