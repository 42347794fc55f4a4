import { createMemo, createSignal, getOwner, onCleanup } from "solid-js";
import { countText, filesOf, privateReplyWindow } from "#core/channel/limit";
import type { Card, Message } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import type { Draft } from "../../data/draft.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { counterOf, mentionedIn, missedOf, privateTargetOf, signed, writingOf } from "./composer-model.ts";

/** What a gate says of a text before it is sent. `with` is added to the request. */
export type GateAnswer = { go: true; with?: Record<string, unknown> } | { go: false };
export type Gate = (writing: { mode: Draft["mode"]; text: string }) => GateAnswer | Promise<GateAnswer>;
/** What follows a sending: the agent stays, the conversation is closed, the next one is opened. */
export type Then = { close?: boolean; next?: boolean };

/**
 * What is being written in a conversation. Parts of the composer (`composer-parts.ts`) read the text, put something in at
 * the caret, take keys before the field does, and are asked before anything is sent.
 */
export type Composing = ReturnType<typeof createComposing>;

export const createComposing = (card: () => Card, messages: () => readonly Message[]) => {
  const desk = useDesk();
  const field = createField();
  const gates = createHooks<Gate>();
  const [missed, setMissed] = createSignal<readonly Message[]>([]);
  const [checking, setChecking] = createSignal(false);
  const id = card().id;
  if (desk.can("reply")) void desk.openDraft(id);

  const draft = () => desk.draft(id);
  const mode = () => draft().mode;
  const isNote = () => mode() === "note";
  const privateTarget = createMemo(() => privateTargetOf(card(), messages(), now(), privateReplyWindow));
  const signature = () =>
    !isNote() && mode() === "reply" && card().visibility === "public" ? desk.preferences().initials : undefined;
  const change = (changes: Partial<Draft>) => changeDraft(desk, card(), changes);
  const writing = createMemo(() => writingOf(card(), mode(), desk, now()));
  const sent = () => signed(draft().text.trim(), signature());
  const counter = createMemo(() => counterOf(countText(card().channel, sent())));
  const isOver = () => !isNote() && counter().state === "over";
  const files = createFiles(card, mode);
  const hasContent = () => (files.enclosing() ? files.isReady() : draft().text.trim() !== "");
  const maySend = () => writing() === "open" && hasContent() && !isOver() && !checking() && isReachable();
  const isReachable = () => mode() !== "private" || privateTarget() !== undefined;

  /** The customer wrote while this was written: it is held once, and shown what came. */
  const isOvertaken = (): boolean => {
    const { inboundSeen } = draft();
    const { inboundCount } = card();
    if (isNote() || inboundSeen === undefined || inboundSeen >= inboundCount) return false;
    setMissed(missedOf(messages(), inboundCount - inboundSeen));
    change({ inboundSeen: inboundCount });
    return true;
  };
  const ask = async (): Promise<Record<string, unknown> | undefined> => {
    const more: Record<string, unknown> = {};
    setChecking(true);
    try {
      for (const gate of gates.all()) {
        const answer = await gate({ mode: mode(), text: sent() });
        if (!answer.go) return undefined;
        Object.assign(more, answer.with);
      }
    } finally {
      setChecking(false);
    }
    return more;
  };
  /** @returns whether it is on its way */
  const send = async ({ close = false }: Then = {}): Promise<boolean> => {
    if (!maySend() || isOvertaken()) return false;
    const more = await ask();
    if (!more) return false;
    const target = mode() === "private" ? privateTarget() : undefined;
    const file = files.take(sent());
    if (file?.goesAlone) {
      desk.sender.send(id, { kind: mode(), text: "", inboundSeen: card().inboundCount, ...file.part });
    }
    const isDone = file?.goesAlone === true && sent() === "";
    if (!isDone)
      desk.sender.send(id, {
        kind: mode(),
        text: sent(),
        inboundSeen: card().inboundCount,
        ...(file && !file.goesAlone ? { fileName: file.part.fileName } : {}),
        with: { ...more, ...(file && !file.goesAlone ? file.part.with : {}) },
        ...(target ? { privatelyTo: target } : {}),
        ...(isNote() ? { mentions: mentionedIn(draft().text, desk.agents()) } : {}),
        ...(close && !isNote() ? { closes: true as const } : {}),
      });
    setMissed([]);
    desk.attention.stopWriting();
    desk.setAside(id);
    return true;
  };

  return {
    card,
    messages,
    mode,
    isNote,
    text: () => draft().text,
    setText: (text: string) => change({ text }),
    /** What was begun as an answer that cannot be given stands in the note, for whoever can. */
    makeNote: () => {
      const { text } = draft();
      change({ text: "", templateId: undefined });
      desk.turnDraft(id, "note");
      change({ text: [draft().text, text].filter((each) => each.trim() !== "").join("\n\n") });
    },
    setMode: (next: Draft["mode"]) => desk.turnDraft(id, next),
    /** Something is written on the other side: a note beside the answer, or an answer beside the note. */
    hasAside: () => (draft().aside?.text ?? "").trim() !== "",
    ...field,
    /** Puts a text in place of what is selected, or of what stands between `from` and the caret. */
    insert: (text: string, from?: number) => change({ text: field.put(draft().text, text, from) }),
    /** The template that the text was made from. */
    templateId: () => (isNote() ? undefined : draft().templateId),
    insertTemplate: (template: { id: string; text: string }, from: number) =>
      change({ text: field.put(draft().text, template.text, from), templateId: template.id }),
    forgetTemplate: () => change({ templateId: undefined }),
    /** Asked before a text is sent, in order; the first "no" keeps it. */
    beforeSend: gates.add,
    ...files,
    writing,
    counter,
    isOver,
    maySend,
    checking,
    signature,
    privateTarget,
    keeping: () => desk.keeping(id),
    missed,
    send,
  };
};

/** What is begun has seen the messages that the card counts. */
export const changeDraft = (desk: ReturnType<typeof useDesk>, card: Card, changes: Partial<Draft>): void => {
  const before = desk.draft(card.id);
  const begins = before.text.trim() === "" && (changes.text ?? "").trim() !== "";
  if (changes.text !== undefined && changes.text !== before.text) desk.attention.write(card.id);
  desk.setDraft(card.id, { ...before, ...(begins ? { inboundSeen: card.inboundCount } : {}), ...changes });
};

/** Keys act again, and the keyboard is where the conversation begins. */
export const leaveField = (field: HTMLElement): void => {
  const heading = field.closest(".conversation-main")?.querySelector<HTMLElement>("h1");
  if (heading) heading.focus();
  else field.blur();
};

/** The file beside the text. */
const createFiles = (card: () => Card, mode: () => Draft["mode"]) => {
  const desk = useDesk();
  const { id } = card();
  const fileKinds = () => (mode() === "reply" ? filesOf(card().channel).kinds : []);
  const enclosing = () => (fileKinds().length > 0 ? desk.enclosing(id) : undefined);
  return {
    /** What may be attached to what is being written now. */
    fileKinds,
    enclosing,
    isReady: () => enclosing()?.state === "ready",
    attach: (file: File) => void desk.enclose(id, file, words().composer.file.tooLarge),
    removeFile: () => desk.forgetEnclosure(id),
    /** Hands the file over to be sent: with this text, or alone before it where the platform shows one or the other. */
    take: (text: string) => {
      const ready = enclosing();
      if (ready?.state !== "ready" || ready.id === undefined) return undefined;
      desk.forgetEnclosure(id);
      const part = { fileName: ready.name, with: { enclosureId: ready.id } };
      return { part, goesAlone: [...text].length > filesOf(card().channel).captionCharacters || text === "" };
    },
  };
};

/** The field, its caret, and who wants a key before it does. */
const createField = () => {
  let element: HTMLTextAreaElement | undefined;
  const [caret, setCaret] = createSignal(0);
  const keys = createHooks<(event: KeyboardEvent) => boolean>();
  const follow = () => setCaret(element?.selectionStart ?? 0);
  return {
    caret,
    follow,
    setField: (field: HTMLTextAreaElement) => (element = field),
    selection: () => ({ start: element?.selectionStart ?? 0, end: element?.selectionEnd ?? 0 }),
    focus: () => element?.focus(),
    /** True when somebody has taken the key. */
    onKey: keys.add,
    takeKey: (event: KeyboardEvent): boolean => keys.all().some((takes) => takes(event)),
    put: (before: string, text: string, from?: number): string => {
      const start = from ?? element?.selectionStart ?? before.length;
      const end = element?.selectionEnd ?? before.length;
      const place = start + text.length;
      // The field follows the draft; only then the caret can be put behind what came in.
      queueMicrotask(() => {
        element?.focus();
        element?.setSelectionRange(place, place);
        follow();
      });
      return before.slice(0, start) + text + before.slice(end);
    },
  };
};

/** Those who want to be asked, for as long as the component that asks lives. */
const createHooks = <Hook>() => {
  const hooks = new Set<Hook>();
  return {
    all: (): Hook[] => [...hooks],
    add: (hook: Hook): (() => void) => {
      hooks.add(hook);
      const remove = () => void hooks.delete(hook);
      if (getOwner()) onCleanup(remove);
      return remove;
    },
  };
};
