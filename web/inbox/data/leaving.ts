import { createSignal } from "solid-js";
import type { Api } from "./api.ts";
import type { Draft, Enclosure, Message } from "./api-types.ts";
import type { Draft as Written } from "./draft.ts";

/** An answer of ours that can be taken back; what it answers may no longer be on the screen. */
export type Leaving = { conversationId: string; messageId: string; leavesAt: string };

/** What somebody should know of a conversation that they have left. */
export type Notice = { conversationId: string; kind: "held" | "not-closed" | "not-recalled"; reason?: string };

type Recalled = { draft: Draft | null; enclosure: Enclosure | null };

export type Departures = ReturnType<typeof createDepartures>;

/** The answers of this page between "send" and the moment they leave. */
export const createDepartures = (
  api: Pick<Api, "recall">,
  drafts: {
    settleDraft: (conversationId: string) => Promise<Written>;
    /** `asked`: what was written when it was asked. */
    onRecalled: (conversationId: string, recalled: Recalled, asked: Written) => void;
  },
) => {
  const [leaving, setLeaving] = createSignal<readonly Leaving[]>([]);
  const [notices, setNotices] = createSignal<readonly Notice[]>([]);
  /** Told once, by whichever came first: the answer to the request or the live line. */
  const known = new Set<string>();
  const forget = (messageId: string) => setLeaving((all) => all.filter((one) => one.messageId !== messageId));
  const notice = (news: Notice) =>
    setNotices((all) => [...all.filter((one) => one.conversationId !== news.conversationId), news]);
  const dismiss = (conversationId: string) =>
    setNotices((all) => all.filter((one) => one.conversationId !== conversationId));
  return {
    leaving,
    notices,
    notice,
    dismiss,
    left: forget,
    note: (conversationId: string, { delivery, id: messageId, leavesAt }: Message) => {
      if (delivery === "held") notice({ conversationId, kind: "held" });
      const restMs = leavesAt ? Date.parse(leavesAt) - Date.now() : 0;
      if (delivery !== "leaving" || !leavesAt || restMs <= 0 || known.has(messageId)) return;
      known.add(messageId);
      setLeaving((all) => [...all, { conversationId, messageId, leavesAt }]);
      setTimeout(() => forget(messageId), restMs);
    },
    /** Its words are the draft again, in front of what is written, and its file lies beside them. */
    recall: async (conversationId: string, messageId: string): Promise<void> => {
      forget(messageId);
      dismiss(conversationId);
      const asked = await drafts.settleDraft(conversationId);
      drafts.onRecalled(conversationId, await api.recall(conversationId, messageId), asked);
    },
  };
};
