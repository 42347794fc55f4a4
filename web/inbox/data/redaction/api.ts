import type { Api } from "../api.ts";
import type { Instant, Page } from "../api-types.ts";

/** What a customer quoted as a fraudster's. Links are in a form that opens nothing. */
export type Evidence = { items: { kind: "phone" | "link"; value: string }[]; expiresAt: Instant };

/** The teams that evidence is kept for, and those there are. */
export type EvidenceChoice = { teamIds: string[]; teams: { id: string; name: string }[] };

/** Marks that agents called no personal data, by rule. */
export type MarkReport = { rule: string; kind: string; count: number; lastAt: Instant };

/** Today's rules over what is stored: how far it is and what was found, by kind. */
export type RedactionRun = {
  id: string;
  dryRun: boolean;
  status: "running" | "done";
  conversations: number;
  messages: number;
  changed: number;
  found: Record<string, number>;
};

const evidence = (id: string, messageId: string) =>
  `/conversations/${encodeURIComponent(id)}/messages/${encodeURIComponent(messageId)}/evidence`;

export const redactionApi = ({ http }: Pick<Api, "http">) => {
  const command = <Answer>(method: string, path: string, body?: unknown) =>
    http.command<Answer>(method, path, crypto.randomUUID(), body);
  return {
    /** Each look is in the log. */
    evidence: (id: string, messageId: string) => command<Evidence>("POST", evidence(id, messageId)),
    dropEvidence: (id: string, messageId: string) => command<void>("DELETE", evidence(id, messageId)),
    evidenceChoice: () => http.read<EvidenceChoice>("/redaction/evidence"),
    chooseEvidence: (teamIds: string[]) => command<EvidenceChoice>("PUT", "/redaction/evidence", { teamIds }),
    reports: () => http.read<Page<MarkReport>>("/redaction/reports"),
    startRun: (dryRun: boolean) => command<RedactionRun>("POST", "/redaction/runs", { dryRun }),
    run: (id: string) => http.read<RedactionRun>(`/redaction/runs/${encodeURIComponent(id)}`),
  };
};
