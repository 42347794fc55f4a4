import { createContext, createSignal, useContext } from "solid-js";
import { setKeys } from "../action/binding.ts";
import { afterPaint } from "./after-paint.ts";
import type { Api } from "./api.ts";
import { ApiFault, faultKind } from "./api-fault.ts";
import type { Me, Message, Permission, Preferences } from "./api-types.ts";
import { createAttention } from "./attention.ts";
import { createCare } from "./care/care.ts";
import { createChanges } from "./changes.ts";
import { createColleagues } from "./colleagues.ts";
import { createAhead } from "./conversation/ahead.ts";
import { createDrafts } from "./draft.ts";
import { createEnclosures } from "./enclosure.ts";
import { watchEnding } from "./ending.ts";
import type { FirstPage } from "./inbox/first-page.ts";
import { createOrder } from "./inbox/order.ts";
import { createStock } from "./inbox/stock.ts";
import { createDepartures } from "./leaving.ts";
import { createLine } from "./live/line.ts";
import type { News } from "./news/model.ts";
import { createSender } from "./outgoing/sender.ts";
import { createPresence } from "./presence.ts";
import type { Session } from "./session.ts";

export type Desk = ReturnType<typeof openDesk>;

const DeskContext = createContext<Desk>();
export const DeskProvider = DeskContext.Provider;

/** Everything the signed-in agent works with. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("nobody is signed in here");
  return desk;
};

export type Opening = { api: Api; session: Session; firstPage: FirstPage; me: Me };

/** Must be called under an owner: it closes its connection with it. */
export const openDesk = ({ api, session, firstPage, me: first }: Opening) => {
  const [me, setMe] = createSignal(first, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  const can = (permission: Permission): boolean => me().can.includes(permission);
  const changes = createChanges(api);
  const stock = createStock(changes);
  const news = createListeners<[News[]]>();
  const accepted = createListeners<[id: string, message: Message]>();
  const [preferences, setPreferences] = createSignal(first.preferences);
  const [lacksTerm, setLacksTerm] = createSignal(first.entity.lacksTerm);
  setKeys({ areOn: first.preferences.keysOn, own: first.preferences.keys });
  const sender = createSender(api, (id, message, { closes, inboundSeen }) => {
    drafts.forgetDraft(id);
    accepted.tell(id, message);
    departures.note(id, message);
    changes.touch([id]);
    if (closes && message.delivery !== "held") void closeAfter(id, inboundSeen);
  });
  const { ending, report: notice, shutOut } = watchEnding(session, () => sender.isBusy() || drafts.hasUnsavedDrafts());
  /** An administrator may have changed what this person may do: the page goes on with what holds now. */
  const learnMe = createOneAtATime(async () => {
    try {
      setMe(await api.me());
    } catch (fault) {
      notice(fault);
      if (faultKind(fault) === "forbidden") shutOut();
    }
  });
  const report = (fault: unknown) => {
    notice(fault);
    if (faultKind(fault) === "forbidden") void learnMe();
  };
  const drafts = createDrafts(api, report, (id) => sender.waiting(id).length > 0);
  const enclosures = createEnclosures(api, report);
  const departures = createDepartures(api, {
    settleDraft: drafts.settleDraft,
    onRecalled: (id, { draft, enclosure }, asked) => {
      if (draft) drafts.adoptDraft(id, draft, asked);
      if (enclosure) enclosures.recoverEnclosure(id, enclosure);
      changes.touch([id]);
    },
  });
  const closeAfter = async (id: string, inboundSeen: number) => {
    try {
      await api.close(id, crypto.randomUUID(), { outcome: "answered", inboundSeen });
    } catch (fault) {
      report(fault);
      const reason = fault instanceof ApiFault ? fault.problem?.detail : undefined;
      departures.notice({ conversationId: id, kind: "not-closed", ...(reason ? { reason } : {}) });
    }
    changes.touch([id]);
  };
  const attention = createAttention(first.agent.id, () => line.say());
  const care = createCare(api, report);
  const { agentName, agents, loadAgents, meetAgents } = createColleagues({ api, me: first.agent.id, report });
  let hasBeenOnline = false;
  const line = createLine({
    onAttention: attention.hear,
    showing: attention.showing,
    ticket: async () => {
      try {
        return await api.ticket();
      } catch (fault) {
        report(fault);
        throw fault;
      }
    },
    renew: session.renew,
    onChanged: changes.touch,
    onAsked: changes.ask,
    onGap: changes.everything,
    onOnline: () => {
      if (hasBeenOnline) void learnMe();
      hasBeenOnline = true;
      drafts.saveDrafts();
      if (can("reply")) void drafts.loadDrafts();
      void meetAgents();
    },
  });
  // Names do not wait for the live line, which a network may refuse.
  afterPaint(() => void loadAgents());
  return {
    api,
    session,
    get me() {
      return me();
    },
    changes,
    stock,
    sender,
    firstPage,
    agents,
    agentName,
    loadAgents,
    ending,
    report,
    departures,
    attention,
    ...createOrder(),
    ...createAhead(api, changes),
    ...createPresence({ api, me: first.agent.id, agents, report }),
    preferences,
    /** Keeps what is told, on the server. */
    savePreferences: async (changed: Partial<Preferences>) => {
      setPreferences(await api.savePreferences(changed));
    },
    /** Nobody has set how long words are kept. */
    lacksTerm,
    noteTerm: () => setLacksTerm(false),
    ...line,
    ...care,
    ...drafts,
    ...enclosures,
    can,
    news: (items: News[]) => {
      // Supervisors hear of what is late once a minute, together.
      const told = can("supervise") ? items.filter(({ kind }) => kind !== "breach") : items;
      if (told.length > 0) news.tell(told);
    },
    onNews: news.listen,
    onAccepted: accepted.listen,
  };
};

/** Whoever asks while it is done waits for the same end. */
const createOneAtATime = (work: () => Promise<void>): (() => Promise<void>) => {
  let doing: Promise<void> | undefined;
  return () => {
    doing ??= work().finally(() => {
      doing = undefined;
    });
    return doing;
  };
};

const createListeners = <Said extends unknown[]>() => {
  const listeners = new Set<(...said: Said) => void>();
  return {
    tell: (...said: Said) => {
      for (const listener of listeners) listener(...said);
    },
    listen: (listener: (...said: Said) => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
