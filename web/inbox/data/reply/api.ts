import type * as Redaction from "#core/redaction";
import type * as Shape from "#core/template/shape";
import type { Http } from "../api.ts";
import type { Channel, Decided, Instant, ReviewReason } from "../api-types.ts";

export type Language = "fr" | "en";
export type FindingKind =
  | "card"
  | "iban"
  | "secret"
  | "personal-data"
  | "asks-secret"
  | "account-fact"
  | "link"
  | "promise"
  | "advice"
  | "insult"
  | "language";
export type ListName = "promise" | "advice" | "insult";
export type Policy = {
  version: number;
  lists: Record<Language, Record<ListName, string[]>>;
  links: string[];
  crisis: boolean;
};
export type Guarding = {
  policy: Policy;
  hosts: string[];
  /** The bank's own numbers: those that may stand, and patterns of those that may not. */
  redaction: Pick<Redaction.Policy, "allow" | "patterns">;
};

export type Piece = { kind: "locked" | "editable" | "slot" | "variable"; start: number; end: number; name?: string };
export type Offer = {
  id: string;
  version: number;
  name: string;
  topic: Shape.Topic;
  language: Language;
  text: string;
  pieces: Piece[];
};

export type Content = Shape.Content<Channel>;
export type Version = Shape.Version<Channel>;
export type Template = {
  id: string;
  revision: number;
  approved: Version | null;
  working: Version | null;
  ended: Version | null;
  expired: boolean;
  reviewDue: boolean;
  use: { used: number; changed: number; outcomes: Record<string, number> };
};
export type TemplateStep = "submit" | "approve" | "return" | "retire";

export const REFUSALS = ["tone", "wrong", "promise", "data", "other"] as const;
export type Approval = {
  conversationId: string;
  messageId: string;
  channel: Channel;
  visibility: "public" | "private";
  contact: { name?: string; handle?: string };
  customerText: string | null;
  text: string;
  /** What the guard warns of in it. */
  warned: { kind: FindingKind; start: number; end: number }[];
  /** What its writer had written, where an approver wrote others and it is still kept. */
  firstText: string | null;
  templateText: string | null;
  reasons: ReviewReason[];
  authorId: string;
  /** Whose words they are, where an approver wrote others. */
  changedBy: string | null;
  askedAt: Instant;
  dueAt: Instant | null;
  atRisk: boolean;
  approverIds: string[];
  secondAskedAt: Instant;
  overdue: boolean;
};

export type Decision = { isWaiting: boolean; decided: Decided | null };

type Both = Record<Language, string>;
export const FACT_KINDS = ["number", "fee", "hours", "page", "other"] as const;
export type Fact = { id: string; kind: (typeof FACT_KINDS)[number]; label: Both; value: Both };
export type Training = { id: string; title: Both; validDays: number; byPractice?: true };
export type Kit = { version: number; charter?: { version: number } & Both; trainings: Training[]; facts: Fact[] };
export type Standing = {
  charterVersion: number | null;
  charterAt: Instant | null;
  accepted: boolean;
  probation: boolean;
  approver: boolean;
  trainings: { trainingId: string; state: "valid" | "expired" | "missing"; until?: Instant }[];
};
export type Person = Standing & { id: string; name: string; role: "agent" | "supervisor" | "compliance" | "admin" };

export type ReplyApi = ReturnType<typeof createReplyApi>;

/** Commands that make nothing new need no key. */
const NO_KEY = "";

export const createReplyApi = ({ command, read }: Http) => {
  const put = <Answer>(path: string, body: unknown) => command<Answer>("PUT", path, NO_KEY, body);
  const post = <Answer>(path: string, body: unknown) => command<Answer>("POST", path, NO_KEY, body);
  const template = (id: string) => `/templates/${encodeURIComponent(id)}`;
  const conversation = (id: string) => `/conversations/${encodeURIComponent(id)}`;
  const decide = ({ conversationId, messageId }: Pick<Approval, "conversationId" | "messageId">, how: string) =>
    `${conversation(conversationId)}/approvals/${encodeURIComponent(messageId)}/${how}`;
  type Of = Pick<Approval, "conversationId" | "messageId">;
  return {
    guarding: () => read<Guarding>("/guard"),
    saveGuard: (policy: Policy) => put<Policy>("/guard", policy),
    setCrisis: (on: boolean) => put<Policy>("/guard/crisis", { on }),
    offers: (id: string, isPrivately: boolean) =>
      read<{ items: Offer[] }>(`${conversation(id)}/templates${isPrivately ? "?privately=true" : ""}`),
    templates: () => read<{ items: Template[] }>("/templates"),
    versions: (id: string) => read<{ items: Version[] }>(`${template(id)}/versions`),
    create: (content: Content, key: string) => command<Template>("POST", "/templates", key, content),
    write: ({ id, revision }: Template, content: Content) => put<Template>(template(id), { ...content, revision }),
    step: ({ id, revision }: Template, step: TemplateStep) =>
      post<Template>(`${template(id)}/steps`, { step, revision }),
    approvals: () => read<{ waiting: number; overdue: number; items: Approval[] }>("/approvals"),
    decision: (of: Of) => read<Decision>(decide(of, "").slice(0, -1)),
    approve: (of: Of, text?: string) =>
      post<unknown>(decide(of, "approve"), { ...(text === undefined ? {} : { text }), undo: true }),
    refuse: (of: Of, reason: string) => post<unknown>(decide(of, "refuse"), { reason }),
    withdraw: (of: Of) => post<unknown>(decide(of, "withdraw"), {}),
    kit: () => read<{ kit: Kit; mine: Standing }>("/kit"),
    saveKit: (kit: Kit) => put<Kit>("/kit", kit),
    accept: (version: number) => post<void>("/kit/charter/acceptance", { version }),
    people: () => read<{ items: Person[] }>("/kit/people"),
    record: (id: string, trainingId: string) =>
      put<void>(`/kit/people/${encodeURIComponent(id)}/trainings/${encodeURIComponent(trainingId)}`, undefined),
    changePerson: (id: string, changes: { probation?: boolean; approver?: boolean }) =>
      put<void>(`/kit/people/${encodeURIComponent(id)}`, changes),
  };
};
