import { batch, onCleanup } from "solid-js";
import { createStore, reconcile, type SetStoreFunction } from "solid-js/store";
import { faultKind } from "../api-fault.ts";
import type { Card, Conversation } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { newsOf } from "../news/model.ts";
import { createActions } from "./actions.ts";
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
    thread: emptyThread(),
    older: "idle",
  });
  const screen = createScreen(desk, state, setState);
  const { read, loadOlder } = createReader({ desk, id, state, setState, screen });
  const actions = createActions({ desk, id, read, card: () => state.card, showCard: screen.showCard });

  void read();
  onCleanup(
    desk.changes.listen({
      touched: (ids) => {
        if (ids.includes(id)) void read();
      },
      gone: (gone) => gone === id && setState("status", "missing"),
      everything: () => void read(),
    }),
  );
  onCleanup(
    desk.onAccepted((conversationId, message) => {
      if (conversationId === id) screen.showThread(withMessage(state.thread, message));
    }),
  );
  const reload = () => {
    setState("status", "loading");
    void read();
  };
  return { state, reload, loadOlder, ...actions };
};

type Screen = ReturnType<typeof createScreen>;

/** Puts what was read on the screen, never an older reading over a newer one. */
const createScreen = (desk: Desk, state: State, setState: SetStoreFunction<State>) => {
  const showThread = ({ cursor, events, messages }: Thread) => {
    setState("thread", "messages", reconcile(messages, { key: "id" }));
    // Events have no id of their own to be told apart by: merged into one another they would change what they say.
    setState("thread", { cursor, events });
  };
  const showCard = (card: Card | undefined) => setState("card", reconcile(card));
  const show = (conversation: Conversation) =>
    batch(() => {
      const { messages: _messages, events: _events, cursor: _cursor, ...card } = conversation;
      if (state.card && state.card.version > card.version) return;
      if (state.card) desk.news(newsOf(state.card, card));
      showCard(card);
      showThread(withNewest(state.thread, conversation));
      setState("status", "ready");
    });
  return { show, showCard, showThread };
};

type Reading = { desk: Desk; id: string; state: State; setState: SetStoreFunction<State>; screen: Screen };

const createReader = ({ desk, id, state, setState, screen }: Reading) => {
  const read = async () => {
    try {
      screen.show(await (desk.takeAhead(id) ?? desk.api.conversation(id)));
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
      screen.showThread(withOlder(state.thread, await desk.api.conversation(id, cursor)));
      setState("older", "idle");
    } catch (fault) {
      desk.report(fault);
      setState("older", "failed");
    }
  };
  return { read, loadOlder };
};
