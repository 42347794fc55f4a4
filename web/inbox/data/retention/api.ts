import type { Api } from "../api.ts";
import type { Card, Ground, Instant, Page } from "../api-types.ts";

/** One conversation with what is read in it, or everything of its contact. */
export type Of = "conversation" | "contact";

/** `isSet`: false where it is proposed alone. `beginsAt`: until then it erases nothing. */
export type Term = { wordsDays: number; isSet: boolean; beginsAt: Instant | null };
export type Hold = { id: string; reference: string; by: string; at: Instant; of: Of; conversationId: string };
/** `dueAt`: null while something read with it is open, and where no term is set. */
export type Coming = { card: Card; dueAt: Instant | null; onHold: boolean };

/** How long the words of a conversation are kept, and what keeps them. */
export type Keeping = {
  /** Null where no term is set. */
  wordsDays: number | null;
  dueAt: Instant | null;
  erasure: {
    step: "ordered" | "done";
    at: Instant;
    ground: Ground | "term";
    isPast: boolean;
    messages: number | null;
    notes: number | null;
  } | null;
  holds: Hold[];
  /** Conversations that are erased with it, itself included. */
  together: number;
  /** Conversations of its contact that have words; null where the platform names nobody. */
  ofContact: number | null;
  /** Other contacts of the same customer, which an erasure of this one does not touch. */
  linked: { linkId: string; conversations: string[] }[];
};

export const retentionApi = ({ http }: Pick<Api, "http">) => {
  const command = <Answer>(method: string, path: string, body?: unknown, key: string = crypto.randomUUID()) =>
    http.command<Answer>(method, path, key, body);
  const of = (id: string, what: string) => `/conversations/${encodeURIComponent(id)}/${what}`;
  return {
    term: () => http.read<Term>("/retention"),
    saveTerm: ({ wordsDays }: Term) => command<Term>("PUT", "/retention", { wordsDays }),
    coming: (cursor?: string) =>
      http.read<Page<Coming>>(
        `/retention/coming${cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`}`,
      ),
    keeping: (id: string) => http.read<Keeping>(of(id, "retention")),
    holds: () => http.read<Page<Hold>>("/holds"),
    place: (id: string, key: string, hold: Pick<Hold, "of" | "reference">) =>
      command<Hold>("POST", of(id, "holds"), hold, key),
    lift: (holdId: string) => command<void>("DELETE", `/holds/${encodeURIComponent(holdId)}`),
    erase: (id: string, asked: { of: Of; ground: Ground }) =>
      command<{ conversations: number; linked: Keeping["linked"] }>("POST", of(id, "erasure"), asked),
  };
};
