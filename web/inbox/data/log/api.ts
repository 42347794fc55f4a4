import type { Http } from "../api.ts";
import type { Instant } from "../api-types.ts";

export type LogActor = { kind: string; id?: string };
export type LogEvent = Record<string, unknown>;

/** One commit; `hash` is of its own bytes, `previous` of the entry before. */
export type LogEntry = {
  version: number;
  at: Instant;
  actor: LogActor;
  commitId: string;
  events: LogEvent[];
  hash: string;
  previous: string;
};

/** `previous`: where the page before this one ends. */
export type LogPage = { entries: LogEntry[]; intact: boolean; previous?: number };

/** By which rules something is removed of a message, as it stands. */
export type RulesOf = { items: { rule: string; kind: string; count: number }[] };

type DossierPage = {
  format: string;
  conversationId: string;
  exportedAt: Instant;
  head: { version: number; hash: string };
  entries: string[];
  texts: { messageId: string; text: string; salt: string }[];
  next?: number;
};

export const createLogApi = (http: Http) => {
  const page = (path: string, before?: number) =>
    http.read<LogPage>(`${path}?from=end${before === undefined ? "" : `&before=${before}`}`);
  const pathOf = (id: string) => `/conversations/${encodeURIComponent(id)}`;
  return {
    administration: (before?: number) => page("/admin-log", before),
    conversation: (id: string, before?: number) => page(`${pathOf(id)}/log`, before),
    rules: (id: string, messageId: string) =>
      http.read<RulesOf>(`${pathOf(id)}/messages/${encodeURIComponent(messageId)}/rules`),
    /** The whole, as one file. */
    dossier: async (id: string): Promise<Blob> => {
      const ask = (question: object) =>
        http.command<DossierPage>("POST", `${pathOf(id)}/dossier`, crypto.randomUUID(), question);
      const { next: rest, ...dossier } = await ask({});
      for (let after = rest; after !== undefined; ) {
        const more = await ask({ after, to: dossier.head.version });
        dossier.entries.push(...more.entries);
        dossier.texts.push(...more.texts);
        after = more.next;
      }
      // A message that is spoken of on two pages comes with both.
      const texts = [...new Map(dossier.texts.map((text) => [text.messageId, text])).values()];
      return new Blob([JSON.stringify({ ...dossier, texts }, null, 2)], { type: "application/json" });
    },
  };
};
