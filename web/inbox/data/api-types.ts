/** What the API sends and takes, as /api/openapi.json describes it. Instants are ISO 8601 in UTC. */
export type Instant = string;

export type Role = "agent" | "supervisor" | "compliance" | "admin";
export type Channel =
  | "x.mention"
  | "x.dm"
  | "facebook.comment"
  | "messenger"
  | "instagram.comment"
  | "instagram.dm"
  | "whatsapp"
  | "secure";
/** Why a person may ask to have words erased: Article 17(1) of the General Data Protection Regulation, (a) to (f). */
export const GROUNDS = [
  "no-longer-needed",
  "consent-withdrawn",
  "objection",
  "unlawful",
  "legal-obligation",
  "child",
] as const;
export type Ground = (typeof GROUNDS)[number];
/** `reply` covers taking, noting, closing and reopening; `assign` is handing to others. */
export type Permission =
  | "read"
  | "reply"
  | "redact"
  | "assign"
  | "curate"
  | "supervise"
  | "approve-incident"
  | "explain-redaction"
  | "manage-redaction"
  | "read-log"
  | "read-admin-log"
  | "read-reports"
  | "read-own-report"
  | "write-templates"
  | "approve-templates"
  | "approve"
  | "manage-guard"
  | "manage-kit"
  | "manage-directory"
  | "manage-agents"
  | "manage-entity"
  | "record-training"
  | "read-retention"
  | "manage-retention"
  | "hold"
  | "erase"
  | "read-health"
  | "manage-channels";
export type Outcome = "answered" | "no-answer-needed" | "redirected";

export type Me = {
  agent: { id: string; name: string; role: Role; entityId: string; teamIds: string[] };
  entity: {
    id: string;
    name: string;
    languages: string[];
    timeZone: string;
    teams: { id: string; name: string }[];
    /** Nobody has set how long words are kept: none is erased by its age. */
    lacksTerm: boolean;
  };
  can: readonly string[];
  preferences: Preferences;
};

/** How a person likes to work. `keys`: chosen instead of the usual ones, by action; null for none. */
export type Preferences = { keysOn: boolean; keys: Record<string, string | null>; initials?: string };

export type Agent = {
  id: string;
  name: string;
  role: Role;
  present: boolean;
  load: number;
  capacity: number;
  teamIds: string[];
};

export type Complaint = {
  status: "suggested" | "refused" | "confirmed";
  acknowledgeBy?: Instant;
  answerBy?: Instant;
};

export const PRIORITIES = ["urgent", "high", "normal", "low"] as const;
export type Priority = (typeof PRIORITIES)[number];

export const NO_ANSWER_REASONS = ["thanks", "settled", "not-for-us", "spam", "insult"] as const;
export type NoAnswerReason = (typeof NO_ANSWER_REASONS)[number];

export type Tag = { id: string; name: string; kind: "defined" | "free"; retired?: boolean };

/** A list one comes back to, under a name of one's own. */
export type SavedView = { id: string; name: string; filter: Record<string, string> };

export type MacroStep =
  | { does: "tag" | "untag"; tagId: string }
  | { does: "prioritise"; priority: Priority }
  | { does: "move"; teamId: string }
  | { does: "take" }
  | { does: "snooze"; hours?: number }
  | { does: "template"; templateId: string }
  | { does: "close"; outcome?: Outcome; reason?: NoAnswerReason };
export type Macro = { id: string; name: string; steps: MacroStep[] };

/** A conversation that has the words, and where they stand. */
export type Found = { card: Card; excerpt?: string };
export type Asked = { text: string; status: "open" | "closed"; cursor?: string; happened?: Record<string, string> };

/** A note that names the reader. */
export type Mention = { conversation: Card; messageId: string; by: string; at: Instant; readAt?: Instant };

export const AUDIENCES = ["press", "influencer", "employee"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Somewhere in the bank that has a name of its own. */
export type Place = { id: string; kind: "branch" | "expert"; name: string; alsoCalled: string[]; teamId: string };
export type Directory = {
  version: number;
  people: { audience: Audience; handles: string[]; teamId: string }[];
  places: Place[];
  names: string[];
};

export type Card = {
  id: string;
  channel: Channel;
  visibility: "public" | "private";
  status: "open" | "closed";
  contact: { name?: string; handle?: string };
  /** In a list of what something happened to: when, the last time. */
  happenedAt?: Instant;
  /** Whoever writes is on one of the bank's lists of people. */
  audience: Audience | null;
  /** The branch or the expert it is for. */
  placeId: string | null;
  /** Listening found it and nobody took it up: it is in a list of its own, without a clock. */
  overheard: boolean;
  /** What each label was read from; known of the conversation that is open. */
  why?: Readonly<Record<string, readonly string[]>>;
  urgency: "urgent" | "pressing" | "normal";
  /** Where the same person writes on the other side, public or private: one agent, one deadline for both. */
  besideId: string | null;
  /** The latest message, redacted and cut. */
  preview?: string;
  assignee: string | null;
  teamId: string;
  dueAt: Instant | null;
  target: "first-response" | "next-response" | "resolution" | null;
  atRisk: boolean;
  /** 80 % of its time is gone, or whatever its policy's last warning is. */
  nearlyDue: boolean;
  breached: boolean;
  /** The customer waits for us. */
  mergedIntoId: string | null;
  mergedIds: readonly string[];
  /** The thread it is a part of, and the parts of this thread that are conversations of their own. */
  splitFromId: string | null;
  partIds: readonly string[];
  awaiting: boolean;
  openedAt: Instant;
  lastMessageAt: Instant;
  closedAt: Instant | null;
  /** Why it cannot be answered here: another application has the thread, or X alone can read it. */
  elsewhere: "another-application" | "encrypted" | null;
  /** Replies the platform has not yet accepted. */
  unsent: number;
  /** Replies that wait for somebody's decision: the customer wrote before they left. */
  held: number;
  /** Replies that wait for a second pair of eyes. */
  awaitingApproval: number;
  /** What somebody else made of this agent's reply, until another one leaves. */
  decided: { agentId: string; decision: "changed" | "refused" } | null;
  /** Somebody is insulted in it. */
  abusive: boolean;
  topic: string | null;
  language: string | null;
  priority: Priority;
  /** A person said so, against the rules. */
  priorityByHand: boolean;
  sentiment: "positive" | "neutral" | "negative" | null;
  /** Ids; the bank's tags have the names. */
  tags: readonly string[];
  /** Out of its agent's sight; without an end until the customer writes. */
  snoozed: { until?: Instant } | null;
  followUpAt: Instant | null;
  /** A second person has to look at it. */
  underReview: boolean;
  /** A complaint has its regulator's deadlines; whether it is one is decided before closing. */
  complaint?: Complaint | null;
  /** Messages of the customer so far. */
  inboundCount: number;
  /** Since when a public message has shown everybody a card, a code or an IBAN. */
  exposedAt: Instant | null;
  /** What can be done about it; known of the conversation that is open. */
  exposure?: Exposure | null;
  /** Whoever writes looks like the bank; somebody who does has answered this customer. */
  isImpostor: boolean;
  hasImpostor: boolean;
  impostor?: ImpostorView | null;
  /** Another desk of the bank that was asked to take it on. */
  referral?: Referral | null;
  /** The way to the secure channel; known of the conversation that is open. */
  secure?: SecureView;
  /** Its words were erased; past: those before, and somebody has written since. */
  erased: { at: Instant; ground: Ground | "term"; isPast: boolean } | null;
  /** A legal hold keeps its words. */
  onHold: boolean;
  version: number;
  /** When the platform stops taking a private answer; null where it always does. */
  replyWindowClosesAt: Instant | null;
};

export type ConsentWay = "in-conversation" | "secure-channel" | "telephone" | "branch";
export const CONSENT_WAYS: readonly ConsentWay[] = ["in-conversation", "secure-channel", "telephone", "branch"];
export type ContactLink = {
  id: string;
  way: ConsentWay;
  consentedAt: Instant;
  by: string;
  at: Instant;
  conversations: Card[];
};
export type ContactNote = { id: string; text: string; by: string; at: Instant };

/** What stands around a conversation. `notes`: of the contact; null where the platform names none. */
export type Surroundings = {
  post: { text: string; at: Instant } | null;
  thread: Card[];
  earlier: Card[];
  /** Other contacts that are the same customer, who agreed to it. */
  links: ContactLink[];
  notes: ContactNote[] | null;
};

export type HandoffStep =
  | "offered"
  | "delivered"
  | "opened"
  | "signed-in"
  | "case-created"
  | "answered"
  | "completed"
  | "expired"
  | "refused"
  | "revoked";
type Purpose = "account" | "card" | "payment" | "loan" | "documents" | "other";
type HandoffWay = "private-message" | "secure-page";
export type HandoffOffer = { purpose: Purpose; language: "fr" | "en" };

export type Handoff = {
  id: string;
  way: HandoffWay;
  step: HandoffStep;
  receipts: { step: HandoffStep; at: Instant }[];
  isStalled: boolean;
  refusal: "undeliverable" | "not-a-customer" | "called-back" | null;
  slotAt: Instant | null;
  unmatched: number;
  expiresAt: Instant | null;
  caseId: string | null;
};

export type SecureView = {
  verification: { level: "none" | "platform" | "named" | "strong"; until: Instant | null };
  /** Null where there is none from here. */
  way: HandoffWay | null;
  purposes: Purpose[];
  handoff: Handoff | null;
  originId: string | null;
};

/** What the rules do with a text, and why. */
export type Explanation = {
  text: string;
  fired: { kind: string; rule: string; value: string }[];
  missed: { rule: string; value: string; why: string }[];
};

export type Likeness = "same-to-the-eye" | "few-letters" | "with-a-service" | "same-name";

export type Referral = {
  deskId: string;
  name: string;
  step: "referred" | "delivered" | "accepted" | "refused" | "returned" | "completed" | "withdrawn";
  since: Instant;
  reason?: "not-ours" | "incomplete" | "duplicate" | "no-capacity" | "undeliverable";
};

/** `warning`: approved words for the customer whom an impostor has answered. */
export type ImpostorView = {
  suspected: Likeness | null;
  answeredBy: { conversationId: string; why: Likeness; since: Instant; name?: string; handle?: string }[];
  warning: string;
};

export type Exposure = {
  canHide: boolean;
  /** Approved words for the customer. */
  warning: string;
  messages: {
    id: string;
    since: Instant;
    hiding: "asked" | "failed" | null;
    reason?: string;
    canWarnPrivately: boolean;
  }[];
};

/** What was taken out of a text: `start` and `end` are offsets, in UTF-16 units, of the token that stands for it. */
export type Redaction = { kind: string; start: number; end: number; rule: string };

/** Offsets, in UTF-16 units, into a message's text of this length. */
export type Passage = { start: number; end: number; kind: string; length: number };

/** `leaving`: it can be taken back until `leavesAt`. `held`: the customer wrote before it left. */
export type Delivery =
  | "awaiting-approval"
  | "not-approved"
  | "leaving"
  | "held"
  | "sending"
  | "sent"
  | "delivered"
  | "read"
  | "failed"
  | "uncertain";

export type ReviewReason = "probation" | "public-promise" | "locked-text" | "crisis";

/** Replies that wait for a second pair of eyes; `items` for who may approve. */
export type ApprovalsWaiting = {
  waiting: number;
  overdue: number;
  items: { messageId: string; approverIds: string[]; secondAskedAt: Instant; overdue: boolean }[];
};

/** A text that is being written. `inboundSeen`: customer messages seen when it was last written on. */
export type DraftSide = { mode: "reply" | "private" | "note"; text: string; templateId?: string; inboundSeen: number };

/** What one is writing in a conversation, as the server keeps it. `aside`: a note begun beside an answer, or an answer beside a note. */
export type Draft = DraftSide & { conversationId: string; aside?: DraftSide; savedAt: Instant };

/** `state` and `id`: of a picture, which a machine reads before people see it. */
export type Attachment = {
  id?: string;
  type: string;
  words: string[];
  state?: "checking" | "shown" | "withheld" | "expired" | "on-view";
  /** Of a file that the bank sent. */
  sizeBytes?: number;
};

/** A file that waits to be sent. `found`: kinds of personal data that stopped a picture. */
export type Enclosure = {
  id: string;
  kind: "picture" | "document";
  name: string;
  sizeBytes: number;
  state: "checking" | "ready" | "refused";
  found: string[];
};

export type Message = {
  id: string;
  kind: "message" | "note";
  direction: "inbound" | "outbound";
  visibility: "public" | "private" | "internal";
  /** Where it is kept, when it was said in one that was merged into this. */
  conversationId?: string;
  text: string;
  redactions: Redaction[];
  /** What it quoted as a fraudster's is kept apart until then, for who may see it. */
  evidence?: { found: Record<string, number>; expiresAt: Instant; isReadable: boolean };
  /** Words that came with it: a quoted post, a link's preview. */
  around: string[];
  attachments: Attachment[];
  occurredAt: Instant;
  author: { name?: string; handle?: string; agentId?: string };
  edited?: boolean;
  /** Insults: covered until somebody opens it. */
  abusive?: boolean;
  removed?: boolean;
  /** The network shows a way into a private message below it. */
  invitesPrivately?: boolean;
  /** The template it was made from. */
  templateId?: string;
  delivery?: Delivery;
  leavesAt?: Instant;
  /** Why it waits for a second pair of eyes, and from when on a holding reply leaves without one. */
  awaits?: { reasons: ReviewReason[]; holdingFrom: Instant | null };
  /** Who looked at it before it left; `before`: its writer's words, where others left. */
  review?: {
    decision: "approved" | "changed" | "refused";
    by: string;
    approvedBy?: string;
    reason?: string;
    before?: string;
  };
  /** A sentence in the reader's language. */
  deliveryReason?: string;
  /** Of a reply that waits for its platform: when it is tried next. */
  deliveryExpectedAt?: Instant;
};

export type ConversationEvent = {
  version: number;
  at: Instant;
  type: string;
  actor: { kind: "agent" | "contact" | "system"; id?: string };
  agentId?: string;
  /** Of `rated`: from 1 to 5. */
  score?: number;
  /** Of `moved`. */
  teamId?: string;
};

export type Conversation = Card & {
  /** Oldest first. */
  messages: Message[];
  events: ConversationEvent[];
  /** The page before this one. */
  cursor?: string;
};

export type Page<Item> = { items: Item[]; cursor?: string };
/** To how many conversations something happened, and how often. */
export type Counted = { conversations: number; times: number };
export type Listed = Page<Card> & { counted?: Counted };

export type Ticket = { ticket: string; url: string; expiresInSeconds: number };

export type Frame =
  /** `approvals`: a reply waits, or was decided; `mentions`: a note names me. Both are looked up. */
  | { type: "changed"; seq: number; items: { id: string; version: number }[]; approvals?: true; mentions?: true }
  | { type: "heartbeat"; seq: number }
  | ({ type: "attention" } & Attention);

/**
 * Who looks at a conversation, or at the replies that wait (`id` is "approvals", `on` the reply), and whether they write
 * there; believed until an instant.
 */
export type Attention = {
  id: string;
  people: { agentId: string; writing: boolean; until: Instant; on?: string }[];
};

/** RFC 9457 problem details; `detail` is a sentence for a person. */
export type Problem = {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  code?: string;
} & Partial<Decided>;

/** What became of a reply that waited for a second pair of eyes, and by whom. */
export type Decided = { decision: "approved" | "changed" | "refused" | "withdrawn"; by: string; at: Instant };
