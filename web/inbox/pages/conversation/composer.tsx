import { useNavigate } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { registerActions } from "../../action/registry.ts";
import type { Card, Message } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import type { Draft } from "../../data/draft.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { Later } from "../../ui/later.tsx";
import { conversationPath, listPath } from "../frame/model.ts";
import type { Handover } from "./ahead.tsx";
import { Closed } from "./composer-closed.tsx";
import { ComposerField } from "./composer-field.tsx";
import { ComposerFoot } from "./composer-foot.tsx";
import { Modes } from "./composer-modes.tsx";
import { ABOVE, BELOW } from "./composer-parts.ts";
import { type Composing, createComposing, type Then } from "./composing.ts";

type Props = { card: Card; messages: readonly Message[]; filter: Filter; handover: Handover };

/** Where an answer or a note is written. What is written stays with its conversation until it is sent. */
export const Composer = (props: Props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const composing = createComposing(
    () => props.card,
    () => props.messages,
  );
  const send = async (then: Then = {}) => {
    const following = then.next ? desk.neighbourOf(props.card.id) : undefined;
    if (!(await composing.send(then))) return composing.focus();
    if (!then.next) return composing.focus();
    navigate(following ? conversationPath(following, props.filter) : listPath(props.filter));
  };
  registerWriting(composing, send);
  let hadFocus = composing.writing() !== "open" && props.handover.drop();
  return (
    <Show when={desk.can("reply")} fallback={<p class="composer-closed">{words().conversation.readOnly}</p>}>
      <form
        class="composer"
        data-visibility={visibilityOf(composing)}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Modes composing={composing} />
        <Show when={composing.writing() === "open"} fallback={<Closed composing={composing} takesFocus={hadFocus} />}>
          <For each={ABOVE}>{(part) => <Dynamic component={part} composing={composing} />}</For>
          <ComposerField
            composing={composing}
            handover={props.handover}
            gone={(focused) => {
              hadFocus = focused;
              props.handover.drop();
            }}
          />
          <For each={BELOW}>{(part) => <Dynamic component={part} composing={composing} />}</For>
          <Later place={<div class="composer-foot-place" />}>
            <ComposerFoot composing={composing} send={(then) => void send(then)} />
          </Later>
        </Show>
      </form>
    </Show>
  );
};

const visibilityOf = ({ card, isNote, mode }: Composing): string => {
  if (isNote()) return "internal";
  return mode() === "private" ? "private" : card().visibility;
};

const registerWriting = (composing: Composing, send: (then?: Then) => Promise<void>) => {
  const desk = useDesk();
  const say = () => words().keys.list;
  const write = (mode: Draft["mode"]) => () => {
    composing.setMode(mode);
    // The field may only be drawn for this kind.
    queueMicrotask(composing.focus);
  };
  const when = () => desk.can("reply");
  const maySend = () => composing.maySend();
  const mayAnswer = () => maySend() && !composing.isNote();
  registerActions([
    { id: "write.reply", group: "write", label: () => say().reply, key: "r", when, run: write("reply") },
    {
      id: "write.private",
      group: "write",
      label: () => say().private,
      key: "p",
      when: () => when() && composing.privateTarget() !== undefined,
      run: write("private"),
    },
    { id: "write.note", group: "write", label: () => say().note, key: "n", when, run: write("note") },
    {
      id: "write.send",
      group: "write",
      label: () => say().send,
      key: "mod+Enter",
      when: maySend,
      run: () => void send(),
    },
    {
      id: "write.send-next",
      group: "write",
      label: () => say().sendNext,
      key: "mod+alt+Enter",
      when: maySend,
      run: () => void send({ next: true }),
    },
    {
      id: "write.send-close",
      group: "write",
      label: () => say().sendClose,
      key: "mod+shift+Enter",
      when: mayAnswer,
      run: () => void send({ close: true }),
    },
    {
      id: "write.send-close-next",
      group: "write",
      label: () => say().sendCloseNext,
      key: "mod+alt+shift+Enter",
      when: mayAnswer,
      run: () => void send({ close: true, next: true }),
    },
  ]);
};
