import { ApiFault, kindOf, mayRetry } from "./api-fault.ts";
import type {
  Agent,
  ApprovalsWaiting,
  Asked,
  Card,
  ConsentWay,
  ContactLink,
  ContactNote,
  Conversation,
  Draft,
  DraftSide,
  Enclosure,
  Explanation,
  Found,
  HandoffOffer,
  Instant,
  Listed,
  Me,
  Mention,
  Message,
  NoAnswerReason,
  Outcome,
  Page,
  Passage,
  Preferences,
  Priority,
  Problem,
  SecureView,
  Surroundings,
  Ticket,
} from "./api-types.ts";
import { careCalls } from "./care/api.ts";
import type { ListQuery } from "./inbox/model.ts";
import type { Incident, Incidents, NewIncident } from "./incident/types.ts";
import type { Board, Selection, Trend } from "./wallboard/types.ts";

const TIMEOUT_MS = 10_000;
const FILE_TIMEOUT_MS = 60_000;
/** Waits before a read is asked again. Commands are retried by their owner, who keeps the key. */
const READ_RETRIES_MS = [300, 1_200];

export type ConversationQuery = Omit<ListQuery, "mentions"> & { limit: number; cursor?: string | undefined };

export type ApiOptions = {
  url: string;
  language: () => string;
  token: () => string;
  /** Called once on a 401; answers whether a new token came. */
  renew: () => Promise<boolean>;
};

export type Api = ReturnType<typeof createApi>;
export type Http = Api["http"];

export const createApi = (options: ApiOptions) => {
  const ask = createAsk(options);
  const read = <Answer>(path: string) => readWithRetries(() => ask<Answer>("GET", path));
  const command = <Answer>(method: string, path: string, key: string, body?: unknown) =>
    ask<Answer>(method, path, { key, body });
  const conversation = (id: string) => `/conversations/${encodeURIComponent(id)}`;
  const message = (id: string, messageId: string) => `${conversation(id)}/messages/${encodeURIComponent(messageId)}`;

  return {
    /** For the data of a page that is loaded when it is opened: its calls stand in a file of its own. */
    http: {
      read,
      command,
      file: (path: string) => readWithRetries(() => ask<Blob>("GET", path, { read: (it) => it.blob() })),
    },
    me: () => read<Me>("/me"),
    savePreferences: (changed: Partial<Preferences>) => ask<Preferences>("PATCH", "/me/preferences", { body: changed }),
    setPresence: (status: "present" | "away" | "offline") => ask<void>("PUT", "/me/presence", { body: { status } }),
    agents: () => read<Page<Agent>>("/agents"),
    conversations: (query: ConversationQuery) => read<Listed>(`/conversations?${searchOf(query)}`),
    cards: (ids: readonly string[]) => ask<Page<Card>>("POST", "/cards", { body: { ids } }),
    search: (asked: Asked) => ask<Page<Found> & { searchedUntil?: Instant }>("POST", "/search", { body: asked }),
    mentions: () => read<Page<Mention>>("/mentions"),
    conversation: (id: string, cursor?: string) =>
      read<Conversation>(conversation(id) + (cursor ? `?cursor=${encodeURIComponent(cursor)}` : "")),
    ...careCalls({ read, command }),
    take: (id: string, key: string) => command<Card>("POST", `${conversation(id)}/take`, key),
    assign: (id: string, key: string, agentId: string | null) =>
      command<Card>("POST", `${conversation(id)}/assign`, key, { agentId }),
    close: (id: string, key: string, closing: { outcome: Outcome; reason?: NoAnswerReason } & Seen) =>
      command<Card>("POST", `${conversation(id)}/close`, key, closing),
    reopen: (id: string, key: string) => command<Card>("POST", `${conversation(id)}/reopen`, key),
    draft: (id: string) => read<{ draft: Draft | null }>(`${conversation(id)}/draft`),
    surroundings: (id: string) => read<Surroundings>(`${conversation(id)}/surroundings`),
    noteContact: (id: string, key: string, text: string) =>
      command<ContactNote>("POST", `${conversation(id)}/contact-notes`, key, { text }),
    removeContactNote: (id: string, noteId: string) =>
      ask<void>("DELETE", `${conversation(id)}/contact-notes/${encodeURIComponent(noteId)}`),
    linkContacts: (
      id: string,
      key: string,
      consent: { conversationId: string; way: ConsentWay; consentedAt: Instant },
    ) => command<Omit<ContactLink, "conversations">>("POST", `${conversation(id)}/contact-links`, key, consent),
    unlinkContacts: (id: string, linkId: string) =>
      ask<void>("DELETE", `${conversation(id)}/contact-links/${encodeURIComponent(linkId)}`),
    readMentions: (id: string) => ask<void>("POST", "/mentions/read", { body: { conversationId: id } }),
    drafts: () => read<Page<Draft>>("/drafts"),
    saveDraft: (id: string, draft: DraftSide & Pick<Draft, "aside">) =>
      ask<{ draft: Draft | null }>("PUT", `${conversation(id)}/draft`, { body: draft }),
    recall: (id: string, messageId: string) =>
      ask<{ draft: Draft | null; enclosure: Enclosure | null }>(
        "POST",
        `${conversation(id)}/replies/${encodeURIComponent(messageId)}/recall`,
      ),
    release: (id: string, messageId: string, seen: Seen) =>
      ask<Card>("POST", `${conversation(id)}/replies/${encodeURIComponent(messageId)}/release`, { body: seen }),
    reply: (id: string, key: string, reply: { text: string; privatelyTo?: string; undo?: boolean } & Seen) =>
      command<Message>("POST", `${conversation(id)}/replies`, key, reply),
    settle: (id: string, key: string, messageId: string, outcome: "sent" | "not-sent") =>
      command<Card>("POST", `${conversation(id)}/settle`, key, { messageId, outcome }),
    replyPrivately: (id: string, key: string, reply: { text: string; privatelyTo: string }) =>
      command<Message>("POST", `${conversation(id)}/replies`, key, reply),
    explain: (question: { text: string; visibility: "public" | "private" }) =>
      ask<Explanation>("POST", "/redaction/explain", { body: question }),
    judgeComplaint: (id: string, key: string, decision: "confirm" | "refuse") =>
      command<Card>("POST", `${conversation(id)}/complaint`, key, { decision }),
    hide: (id: string, messageId: string) => ask<Card>("POST", `${message(id, messageId)}/hide`),
    desks: () => read<Page<{ id: string; name: string }>>("/desks"),
    refer: (id: string, key: string, asked: { deskId: string; note?: string }) =>
      command<Card>("POST", `${conversation(id)}/referrals`, key, asked),
    withdrawReferral: (id: string) => ask<Card>("POST", `${conversation(id)}/referrals/withdraw`),
    offerHandoff: (id: string, key: string, offer: HandoffOffer) =>
      command<SecureView>("POST", `${conversation(id)}/handoffs`, key, offer),
    revokeHandoff: (id: string, handoffId: string) =>
      ask<SecureView>("POST", `${conversation(id)}/handoffs/${encodeURIComponent(handoffId)}/revoke`),
    clearImpostor: (id: string) => ask<Card>("POST", `${conversation(id)}/impostor/clear`),
    redact: (id: string, messageId: string, key: string, passage: Passage) =>
      command<Message>("POST", `${message(id, messageId)}/redactions`, key, passage),
    reportMark: (id: string, messageId: string, start: number) =>
      ask<void>("POST", `${message(id, messageId)}/redactions/report`, { body: { start } }),
    note: (id: string, key: string, note: { text: string; mentions?: readonly string[] }) =>
      command<Message>("POST", `${conversation(id)}/notes`, key, note),
    /** As it is on the platform now: each look fetches it. */
    story: (id: string, messageId: string, storyId: string) =>
      ask<Blob>("GET", `${message(id, messageId)}/stories/${encodeURIComponent(storyId)}`, {
        read: (it) => it.blob(),
        timeoutMs: FILE_TIMEOUT_MS,
      }),
    picture: (id: string, pictureId: string) =>
      readWithRetries(() =>
        ask<Blob>("GET", `${conversation(id)}/pictures/${encodeURIComponent(pictureId)}`, { read: (it) => it.blob() }),
      ),
    enclose: (id: string, file: File) =>
      ask<Enclosure>("POST", `${conversation(id)}/enclosures?name=${encodeURIComponent(file.name)}`, { file }),
    enclosure: (id: string, enclosureId: string) =>
      read<Enclosure>(`${conversation(id)}/enclosures/${encodeURIComponent(enclosureId)}`),
    ticket: () => ask<Ticket>("POST", "/live/tickets"),
    incidents: () => read<Incidents>("/incidents"),
    openIncident: (key: string, incident: NewIncident) => command<Incident>("POST", "/incidents", key, incident),
    toIncident: (id: string, act: "answer" | "approve" | "send" | "close", body: object = {}) =>
      ask<Incident>("POST", `/incidents/${encodeURIComponent(id)}/${act}`, { body }),
    approvalsWaiting: () => read<ApprovalsWaiting>("/approvals"),
    wallboard: () => read<Board>("/wallboard"),
    wallboardTrend: () => read<Trend>("/wallboard/trend"),
    wallboardConversations: (query: Selection & { limit: number }) =>
      read<Page<Card> & { total: number }>(`/wallboard/conversations?${searchOf(query)}`),
    prioritise: (id: string, priority: Priority | null) =>
      ask<Card>("POST", `${conversation(id)}/priority`, { body: { priority } }),
  };
};

/** How many messages of the customer were on the page: what came since is neither answered nor closed with it. */
type Seen = { inboundSeen?: number };

type Sent<Answer> = {
  key?: string;
  body?: unknown;
  file?: File;
  read?: (response: Response) => Promise<Answer>;
  timeoutMs?: number;
};

const createAsk =
  ({ url, language, token, renew }: ApiOptions) =>
  async <Answer>(
    method: string,
    path: string,
    { key, body, file, read, timeoutMs }: Sent<Answer> = {},
  ): Promise<Answer> => {
    const send = async (): Promise<Answer> => {
      const headers = new Headers({ authorization: `Bearer ${token()}`, "accept-language": language() });
      if (key) headers.set("idempotency-key", key);
      if (body !== undefined) headers.set("content-type", "application/json");
      const request: RequestInit = {
        method,
        headers,
        cache: "no-store",
        signal: AbortSignal.timeout(timeoutMs ?? (file ? FILE_TIMEOUT_MS : TIMEOUT_MS)),
      };
      if (body !== undefined) request.body = JSON.stringify(body);
      if (file) {
        headers.set("content-type", "application/octet-stream");
        request.body = file;
      }
      return await answerOf<Answer>(await reach(`${url}${path}`, request), read);
    };
    try {
      return await send();
    } catch (fault) {
      if (!(fault instanceof ApiFault) || fault.kind !== "expired" || !(await renew())) throw fault;
      return await send();
    }
  };

const reach = async (url: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, request);
  } catch {
    // A refused connection, a time-out, a cut: the browser says no more, and the sentence for the agent is the same.
    throw new ApiFault("network");
  }
};

const answerOf = async <Answer>(
  response: Response,
  read?: (response: Response) => Promise<Answer>,
): Promise<Answer> => {
  if (!response.ok) throw new ApiFault(kindOf(response.status), await problemOf(response));
  const isBare = !read && !response.headers.get("content-type")?.includes("json");
  if (response.status === 204 || isBare) return undefined as Answer;
  try {
    return read ? await read(response) : ((await response.json()) as Answer);
  } catch {
    // The answer was cut: whether the command was done is not known, so it counts as lost.
    throw new ApiFault("network");
  }
};

const problemOf = async (response: Response): Promise<Problem> => {
  const bare = { status: response.status };
  if (!response.headers.get("content-type")?.includes("json")) return bare;
  return await response.json().then(
    (problem) => problem as Problem,
    () => bare,
  );
};

const readWithRetries = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (const waitMs of READ_RETRIES_MS) {
    try {
      return await ask();
    } catch (fault) {
      if (!mayRetry(fault)) throw fault;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return await ask();
};

const searchOf = (query: Readonly<Record<string, string | number | boolean | undefined>>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  return search.toString();
};
