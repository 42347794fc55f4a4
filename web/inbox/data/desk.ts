import { createContext, createSignal, onCleanup, useContext } from "solid-js";
import { createStore } from "solid-js/store";
import { language } from "../language/index.ts";
import { createApi } from "./api.ts";
import { ApiFault } from "./api-fault.ts";
import type { Agent, Configuration, Me, Message, Permission } from "./api-types.ts";
import { createChanges } from "./changes.ts";
import type { FirstPage } from "./inbox/first-page.ts";
import { connectLive, type LiveOptions, type LiveState } from "./live/connection.ts";
import type { News } from "./news/model.ts";
import { createSender } from "./outgoing/sender.ts";
import type { Session } from "./session.ts";

export type Draft = { mode: "reply" | "note"; text: string };
export type Desk = ReturnType<typeof openDesk>;

const DeskContext = createContext<Desk>();
export const DeskProvider = DeskContext.Provider;

/** Everything the signed-in agent works with. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("nobody is signed in here");
  return desk;
};

export const createSessionApi = (configuration: Configuration, session: Session) =>
  createApi({ url: configuration.apiUrl, language, token: session.token, renew: session.renew });

export type Opening = { api: ReturnType<typeof createApi>; session: Session; firstPage: FirstPage; me: Me };

/** Must be called under an owner: it closes its connection with it. */
export const openDesk = ({ api, session, firstPage, me }: Opening) => {
  const changes = createChanges(api);
  const [live, setLive] = createSignal<LiveState>("connecting");
  const [ending, setEnding] = createSignal<"no" | "soon" | "over">("no");
  const [drafts, setDrafts] = createStore<Record<string, Draft>>({});
  const [agents, setAgents] = createSignal<Agent[]>([]);
  const accepted = new Set<(id: string, message: Message) => void>();
  const newsListeners = new Set<(news: News[]) => void>();
  const sender = createSender(api, (id, message) => {
    for (const listener of accepted) listener(id, message);
    changes.touch([id]);
  });
  const hasUnsent = () => sender.isBusy() || Object.values(drafts).some(({ text }) => text.trim() !== "");
  const loadAgents = async () => setAgents((await api.agents()).items);

  const stopExpiry = session.onExpiring(async () => {
    if (await session.renew()) return;
    // The issuer gave no way to renew in place: a trip there costs the page's memory, so never while something is written.
    if (hasUnsent()) setEnding("soon");
    else await session.signInAgain();
  });
  let stopLive: (() => void) | undefined;
  const goLive = () => {
    stopLive ??= connectLive(liveOptions);
  };
  const liveOptions: LiveOptions = {
    ticket: api.ticket,
    renew: session.renew,
    onChanged: changes.touch,
    onGap: changes.everything,
    onState: (state) => {
      setLive(state);
      if (state !== "online") return;
      sender.wake();
      // Names for who holds what, and who is there; without them ids are shown, and the assign menu asks again.
      void loadAgents().catch(() => undefined);
    },
  };
  const guardUnload = (event: BeforeUnloadEvent) => {
    if (hasUnsent()) event.preventDefault();
  };
  addEventListener("beforeunload", guardUnload);
  onCleanup(() => {
    stopExpiry();
    stopLive?.();
    removeEventListener("beforeunload", guardUnload);
  });

  return {
    api,
    session,
    me,
    changes,
    sender,
    firstPage,
    /** Opens the live connection, once: after the first list, which it would only hold up. */
    goLive,
    live,
    ending,
    agents,
    loadAgents,
    can: (permission: Permission): boolean => me.can.includes(permission),
    draft: (id: string): Draft => drafts[id] ?? { mode: "reply", text: "" },
    setDraft: (id: string, draft: Draft) => setDrafts(id, draft),
    /** Every fault passes here, so that the end of a session is noticed wherever it shows first. */
    report: (fault: unknown) => {
      if (fault instanceof ApiFault && fault.kind === "expired") setEnding("over");
    },
    news: (news: News[]) => {
      if (news.length > 0) for (const listener of newsListeners) listener(news);
    },
    onNews: subscribe(newsListeners),
    onAccepted: subscribe(accepted),
  };
};

const subscribe =
  <Listener>(listeners: Set<Listener>) =>
  (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
