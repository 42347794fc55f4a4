import { batch, createSignal, onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { faultKind } from "../api-fault.ts";
import type { Card, Conversation, Message, Outcome } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { newsOf } from "../news/model.ts";
import { emptyThread, type Thread, withMessage, withNewest, withOlder } from "./model.ts";

type State = {
  status: "loading" | "ready" | "failed" | "missing";
  card: Card | undefined;
  thread: Thread;
  older: "idle" | "loading" | "failed";
};

export type OpenConversation = ReturnType<typeof openConversation>;

/** One conversation, kept right by live changes. Lives as long as the component that opens it. */
export const openConversation = (desk: Desk, id: string) => {
  const [state, setState] = createStore<State>({
    status: "loading",
    card: undefined,
    thread: emptyThread,
    older: "idle",
  });
  const [trouble, setTrouble] = createSignal<unknown>();

  const showThread = (thread: Thread) => setState("thread", reconcile(thread, { key: "id" }));
  const showCard = (card: Card) => {
    if (!state.card || state.card.version <= card.version) setState("card", reconcile(card));
  };
  const show = (conversation: Conversation) =>
    batch(() => {
      const { messages: _messages, events: _events, cursor: _cursor, ...card } = conversation;
      if (state.card && state.card.version > card.version) return;
      if (state.card) desk.news(newsOf(state.card, card));
      showCard(card);
      showThread(withNewest(state.thread, conversation));
      setState("status", "ready");
    });
  const read = async () => {
    try {
      show(await desk.api.conversation(id));
    } catch (fault) {
      desk.report(fault);
      const kind = faultKind(fault);
      if (kind === "missing" || kind === "forbidden") setState("status", "missing");
      else if (state.status === "loading") setState("status", "failed");
    }
  };
  const loadOlder = async () => {
    const { cursor } = state.thread;
    if (!cursor || state.older === "loading") return;
    setState("older", "loading");
    try {
      showThread(withOlder(state.thread, await desk.api.conversation(id, cursor)));
      setState("older", "idle");
    } catch (fault) {
      desk.report(fault);
      setState("older", "failed");
    }
  };
  /** Shows the expected card at once, then the API's; on a fault what was true before, and why. */
  const act = async (expected: Partial<Card>, command: (key: string) => Promise<Card>) => {
    const before = state.card;
    setTrouble(undefined);
    setState("card", (card) => (card ? { ...card, ...expected } : card));
    try {
      const card = await command(crypto.randomUUID());
      showCard(card);
      desk.changes.touch([id]);
    } catch (fault) {
      setState("card", before ? reconcile(before) : undefined);
      desk.report(fault);
      setTrouble(fault);
      void read();
    }
  };

  void read();
  onCleanup(
    desk.changes.listen({
      changed: (conversation) => conversation.id === id && show(conversation),
      gone: (gone) => gone === id && setState("status", "missing"),
      everything: () => void read(),
    }),
  );
  onCleanup(
    desk.onAccepted((conversationId, message: Message) => {
      if (conversationId === id) showThread(withMessage(state.thread, message));
    }),
  );
  return {
    state,
    trouble,
    dismissTrouble: () => setTrouble(undefined),
    reload: () => {
      setState("status", "loading");
      void read();
    },
    loadOlder,
    take: () => act({ assignee: desk.me.agent.id }, (key) => desk.api.take(id, key)),
    assign: (agentId: string | null) => act({ assignee: agentId }, (key) => desk.api.assign(id, key, agentId)),
    close: (outcome: Outcome) => act({ status: "closed" }, (key) => desk.api.close(id, key, outcome)),
    settle: (messageId: string, outcome: "sent" | "not-sent") =>
      act({}, (key) => desk.api.settle(id, key, messageId, outcome)),
    reopen: () => act({ status: "open" }, (key) => desk.api.reopen(id, key)),
  };
};
