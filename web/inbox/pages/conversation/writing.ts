import { createMemo } from "solid-js";
import { countText } from "#core/channel/limit";
import type { Card } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import type { Draft } from "../../data/draft.ts";
import { now } from "../../ui/clock.ts";
import { counterOf, writingOf } from "./composer-model.ts";

export type WritingHere = ReturnType<typeof useWriting>;

/** What is being written in a conversation, and whether it may be sent. */
export const useWriting = (card: () => Card) => {
  const desk = useDesk();
  void desk.openDraft(card().id);
  const draft = () => desk.draft(card().id);
  const change = (changes: Partial<Draft>) => desk.setDraft(card().id, { ...draft(), ...changes });
  const writing = createMemo(() => writingOf(card(), draft().mode, desk, now()));
  const counter = createMemo(() => counterOf(countText(card().channel, draft().text)));
  const isOver = () => draft().mode === "reply" && counter().state === "over";
  const maySend = () => writing() === "open" && draft().text.trim() !== "" && !isOver();
  const send = () => {
    if (!maySend()) return;
    const { id, inboundCount: inboundSeen } = card();
    desk.sender.send(id, { kind: draft().mode === "note" ? "note" : "reply", text: draft().text.trim(), inboundSeen });
    change({ text: "" });
  };
  return { draft, change, writing, counter, isOver, maySend, send };
};
