import { createStore } from "solid-js/store";
import type { Api } from "./api.ts";
import type { Draft as KeptDraft } from "./api-types.ts";

/**
 * `inboundSeen`: customer messages on the page when the writer began, or last said that they had seen what came.
 * `templateId`: the template that the text was made from, as long as there is a text.
 */
export type Draft = { mode: KeptDraft["mode"]; text: string; inboundSeen?: number; templateId?: string | undefined };

/** `unsaved`: the server has an older one, because it cannot be reached. */
export type Keeping = "kept" | "saving" | "unsaved";

/** The writer stopped this long: it is saved. */
const PAUSE_MS = 700;
const nothing: Draft = { mode: "reply", text: "" };

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

  const isFree = (id: string): boolean => (drafts[id]?.text ?? "") === "" && !isSending(id);
  const save = async (id: string): Promise<void> => {
    const saver = saverOf(id);
    clearTimeout(saver.timer);
    saver.timer = undefined;
    // One at a time and in order: an older text must not arrive after a newer one.
    if (saver.saving) return;
    saver.isStale = false;
    const { inboundSeen, mode, templateId, text } = drafts[id] ?? nothing;
    setKeeping(id, "saving");
    const made = templateId === undefined ? {} : { templateId };
    saver.saving = api.saveDraft(id, { mode, text, ...made, inboundSeen: inboundSeen ?? 0 }).then(
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
      // Copied: the store changes what it gave out.
      const before = { ...(drafts[id] ?? nothing) };
      const templateId = draft.text.trim() === "" ? undefined : draft.templateId;
      setDrafts(id, { ...draft, templateId });
      if (
        draft.text !== before.text ||
        templateId !== before.templateId ||
        (draft.text !== "" && draft.mode !== before.mode)
      )
        soon(id);
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
    /** The server gave it back: it is kept there as it is. */
    adoptDraft: (id: string, draft: Draft) => setDrafts(id, { ...draft }),
    /** What was set aside is not wanted any more: the server's copy follows what is written here. */
    dropDraft: soon,
    /** On its way: gone from here, and kept on the server until it is accepted. */
    setAside: (id: string) => {
      const saver = saverOf(id);
      clearTimeout(saver.timer);
      saver.timer = undefined;
      saver.isDoubtful = saver.saving !== undefined;
      setDrafts(id, { mode: "reply", text: "", templateId: undefined });
    },
    /** Sent: the server has removed its copy; one that was on its way there is removed after it. */
    forgetDraft: (id: string) => {
      const saver = saverOf(id);
      clearTimeout(saver.timer);
      saver.timer = undefined;
      if (saver.isDoubtful === true || saver.saving !== undefined || (drafts[id]?.text ?? "") !== "") soon(id);
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
    hasDraft: (id: string): boolean => (drafts[id]?.text ?? "").trim() !== "",
    hasUnsavedDrafts: (): boolean => Object.values(keeping).some((state) => state !== "kept") || hasTimers(savers),
  };
};

const hasTimers = (savers: ReadonlyMap<string, Saver>): boolean =>
  [...savers.values()].some(({ timer }) => timer !== undefined);
