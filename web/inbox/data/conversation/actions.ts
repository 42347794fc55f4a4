import { createSignal } from "solid-js";
import type { Card, Outcome } from "../api-types.ts";
import { createCareActions } from "../care/actions.ts";
import type { Desk } from "../desk.ts";
import { turned } from "../draft.ts";

type Acting = {
  desk: Desk;
  id: string;
  card: () => Card | undefined;
  showCard: (card: Card | undefined) => void;
  read: () => Promise<void>;
};

const seenOf = (card: Card | undefined) => (card ? { inboundSeen: card.inboundCount } : {});

/** What can be done with a conversation. Each shows the expected card at once, then the API's. */
export const createActions = ({ desk, id, card, showCard, read }: Acting) => {
  const [trouble, setTrouble] = createSignal<unknown>();
  const act = async (expected: Partial<Card>, command: (key: string) => Promise<Card>) => {
    const before = card();
    const kept = before && { ...before };
    setTrouble(undefined);
    if (kept) showCard({ ...kept, ...expected });
    try {
      const done = await command(crypto.randomUUID());
      // What the open conversation has beside its card stays until it is read again.
      if ((card()?.version ?? 0) <= done.version) showCard({ ...card(), ...done });
      desk.changes.touch([id]);
    } catch (fault) {
      // What was expected did not happen: back to what was true, and why.
      showCard(kept);
      desk.report(fault);
      setTrouble(() => fault);
      void read();
    }
  };
  const { api, me } = desk;
  const write = (template: { id: string; text: string }) => {
    const draft = desk.draft(id);
    const mode = draft.mode === "note" ? (draft.aside?.mode ?? "reply") : draft.mode;
    const before = turned(draft, mode);
    const text = before.text.trim() === "" ? template.text : `${before.text.trimEnd()}\n\n${template.text}`;
    const inboundSeen = before.inboundSeen ?? card()?.inboundCount;
    desk.setDraft(id, { mode, text, templateId: template.id, ...(inboundSeen === undefined ? {} : { inboundSeen }) });
  };
  return {
    trouble,
    dismissTrouble: () => setTrouble(undefined),
    take: () => act({ assignee: me.agent.id }, (key) => api.take(id, key)),
    assign: (agentId: string | null) => act({ assignee: agentId }, (key) => api.assign(id, key, agentId)),
    close: (outcome: Outcome) => act({ status: "closed" }, (key) => api.close(id, key, { outcome, ...seenOf(card()) })),
    reopen: () => act({ status: "open" }, (key) => api.reopen(id, key)),
    judgeComplaint: (decision: "confirm" | "refuse") => act({}, (key) => api.judgeComplaint(id, key, decision)),
    release: (messageId: string) => act({}, () => desk.api.release(id, messageId, seenOf(card()))),
    /** Its words are the draft again. */
    recall: async (messageId: string) => {
      setTrouble(undefined);
      try {
        await desk.departures.recall(id, messageId);
      } catch (fault) {
        desk.report(fault);
        setTrouble(() => fault);
      }
      desk.changes.touch([id]);
    },
    ...createCareActions(api, id, { act, card, write }),
    settle: (messageId: string, outcome: "sent" | "not-sent") =>
      act({}, (key) => api.settle(id, key, messageId, outcome)),
  };
};
