import { createStore } from "solid-js/store";
import { adopted } from "./adopted.ts";
import type { Api } from "./api.ts";
import type { DraftSide, Draft as KeptDraft } from "./api-types.ts";

/**
 * `inboundSeen`: customer messages on the page when the writer began, or last said that they had seen what came.
 * `templateId`: the template that the text was made from, as long as there is a text.
 */
type Side = {
  mode: KeptDraft["mode"];
  text: string;
  inboundSeen?: number | undefined;
  templateId?: string | undefined;
};

/** `aside`: a note begun beside an answer, or an answer beside a note. */
export type Draft = Side & { aside?: Side | undefined };

/** `unsaved`: the server has an older one, because it cannot be reached. */
export type Keeping = "kept" | "saving" | "unsaved";

/** The writer stopped this long: it is saved. */
const PAUSE_MS = 700;
const nothing: Draft = { mode: "reply", text: "" };

const isNote = ({ mode }: Pick<Side, "mode">): boolean => mode === "note";
const isWritten = (side: Pick<Side, "text"> | undefined): boolean => (side?.text ?? "").trim() !== "";
const sideOf = ({ inboundSeen, mode, templateId, text }: Side): Side => ({ inboundSeen, mode, templateId, text });
const isSame = (one: Side | undefined, other: Side | undefined): boolean =>
  one?.text === other?.text && one?.templateId === other?.templateId && one?.mode === other?.mode;

/** In another mode. What customers read and what colleagues read are two texts: no word of a note goes over by itself. */
export const turned = (draft: Draft, mode: Side["mode"]): Draft => {
  if (isNote(draft) === isNote({ mode })) return { ...draft, mode };
  const { inboundSeen, templateId, text } = draft.aside ?? { text: "" };
  return { inboundSeen, mode, templateId, text, aside: isWritten(draft) ? sideOf(draft) : undefined };
};

const keptSide = ({ inboundSeen, mode, templateId, text }: Side): DraftSide => ({
  mode,
  text,
  ...(templateId === undefined ? {} : { templateId }),
  inboundSeen: inboundSeen ?? 0,
});

/** `isDoubtful`: a text was on its way to the server when it was sent; it may arrive after the sending. */
type Saver = {
  timer?: ReturnType<typeof setTimeout> | undefined;
  saving?: Promise<void> | undefined;
  isStale: boolean;
  isDoubtful?: boolean;
};

/** What is being written, by conversation: here as it is typed, on the server redacted, in the browser's storage never. */
export const createDrafts = (
  api: Pick<Api, "draft" | "drafts" | "saveDraft">,
  report: (fault: unknown) => void,
  /** A text on its way is still kept on the server: it must not come back beside itself. */
  isSending: (id: string) => boolean,
) => {
  const [drafts, setDrafts] = createStore<Record<string, Draft>>({});
  const [keeping, setKeeping] = createStore<Record<string, Keeping>>({});
  const savers = new Map<string, Saver>();
  const saverOf = (id: string): Saver => {
    const saver = savers.get(id) ?? { isStale: false };
    savers.set(id, saver);
    return saver;
  };

  /** Copied: the store changes what it gave out. */
  const copyOf = (id: string): Draft => {
    const { aside, ...side } = drafts[id] ?? nothing;
    return { ...side, aside: aside && { ...aside } };
  };
  const hasText = (id: string): boolean => (drafts[id]?.text ?? "") !== "" || isWritten(drafts[id]?.aside);
  const isFree = (id: string): boolean => !hasText(id) && !isSending(id);
  const save = async (id: string): Promise<void> => {
    const saver = saverOf(id);
    clearTimeout(saver.timer);
    saver.timer = undefined;
    // One at a time and in order: an older text must not arrive after a newer one.
    if (saver.saving) return;
    saver.isStale = false;
    const { aside, ...side } = drafts[id] ?? nothing;
    setKeeping(id, "saving");
    const beside = aside === undefined ? {} : { aside: keptSide(aside) };
    saver.saving = api.saveDraft(id, { ...keptSide(side), ...beside }).then(
      () => void setKeeping(id, "kept"),
      (fault) => {
        report(fault);
        setKeeping(id, "unsaved");
      },
    );
    await saver.saving;
    saver.saving = undefined;
    if (saver.isStale) await save(id);
  };
  const soon = (id: string) => {
    const saver = saverOf(id);
    clearTimeout(saver.timer);
    saver.isStale = saver.saving !== undefined;
    saver.timer = setTimeout(() => void save(id), PAUSE_MS);
  };

  return {
    draft: (id: string): Draft => drafts[id] ?? nothing,
    keeping: (id: string): Keeping => keeping[id] ?? "kept",
    setDraft: (id: string, draft: Draft) => {
      const before = copyOf(id);
      const templateId = isWritten(draft) ? draft.templateId : undefined;
      const { aside } = turned(before, draft.mode);
      setDrafts(id, { ...draft, templateId, aside });
      const isWhatWas = isSame({ ...draft, templateId }, before) || !(isWritten(draft) || isWritten(before));
      if (!isWhatWas || !isSame(aside, before.aside)) soon(id);
    },
    /** Words that are given, such as a warning, or an answer that did not leave: in front of what is written there. */
    prepareDraft: (id: string, given: Side) => {
      const { aside, ...before } = turned(copyOf(id), given.mode);
      const isThere = before.text.startsWith(given.text);
      const text = isThere
        ? before.text
        : [given, before]
            .filter(isWritten)
            .map((side) => side.text)
            .join("\n\n");
      const inboundSeen = given.inboundSeen ?? before.inboundSeen;
      const templateId = given.templateId ?? before.templateId;
      setDrafts(id, { mode: given.mode, text, inboundSeen, templateId, aside });
      soon(id);
    },
    /** To another mode, each side with its own words. */
    turnDraft: (id: string, mode: Side["mode"]) => {
      setDrafts(id, turned(copyOf(id), mode));
      if (hasText(id)) soon(id);
    },
    /** What another device or an earlier visit left, unless something is being written here already. */
    openDraft: async (id: string): Promise<void> => {
      try {
        const { draft: kept } = await api.draft(id);
        if (kept && isFree(id)) setDrafts(id, { ...kept });
      } catch (fault) {
        report(fault);
      }
    },
    /** All that is written here has reached the server, or cannot reach it now: what it may answer with. */
    settleDraft: async (id: string): Promise<Draft> => {
      const saver = saverOf(id);
      while (saver.saving !== undefined || saver.timer !== undefined) {
        if (saver.saving === undefined) await save(id);
        else await saver.saving;
      }
      return copyOf(id);
    },
    /** The server gave it back, for what was written here when it was asked: what was typed since is not lost. */
    adoptDraft: (id: string, given: Draft, asked: Draft) => {
      const draft = adopted(given, asked, copyOf(id));
      setDrafts(id, draft);
      if (!isSame(draft, given) || !isSame(draft.aside, given.aside)) soon(id);
    },
    /** What was set aside is not wanted any more: the server's copy follows what is written here. */
    dropDraft: soon,
    /** On its way: gone from here, and kept on the server until it is accepted. */
    setAside: (id: string) => {
      const saver = saverOf(id);
      clearTimeout(saver.timer);
      saver.timer = undefined;
      saver.isDoubtful = saver.saving !== undefined;
      const { aside, ...sent } = copyOf(id);
      // A note is gone: the answer that waited beside it goes on.
      if (isNote(sent) && aside) setDrafts(id, { ...aside, aside: undefined });
      else setDrafts(id, { mode: "reply", text: "", templateId: undefined, aside });
    },
    /** Sent: the server has removed its copy; one that was on its way there is removed after it. */
    forgetDraft: (id: string) => {
      const saver = saverOf(id);
      clearTimeout(saver.timer);
      saver.timer = undefined;
      if (saver.isDoubtful === true || saver.saving !== undefined || hasText(id)) soon(id);
    },
    /** Which conversations have a draft, for the signs in the list. */
    loadDrafts: async (): Promise<void> => {
      try {
        for (const { conversationId, ...kept } of (await api.drafts()).items) {
          if (isFree(conversationId)) setDrafts(conversationId, kept);
        }
      } catch (fault) {
        report(fault);
      }
    },
    saveDrafts: () => {
      for (const [id, state] of Object.entries(keeping)) if (state === "unsaved") void save(id);
    },
    hasDraft: (id: string): boolean => isWritten(drafts[id]) || isWritten(drafts[id]?.aside),
    hasUnsavedDrafts: (): boolean => Object.values(keeping).some((state) => state !== "kept") || hasTimers(savers),
  };
};

const hasTimers = (savers: ReadonlyMap<string, Saver>): boolean =>
  [...savers.values()].some(({ timer }) => timer !== undefined);
