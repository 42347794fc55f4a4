import { useNavigate } from "@solidjs/router";
import { For, Match, Show, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import { registerActions } from "../../action/registry.ts";
import type { Card, Message } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import type { Draft } from "../../data/draft.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { conversationPath, listPath } from "../frame/model.ts";
import { holderName } from "../list/model.ts";
import { ComposerField } from "./composer-field.tsx";
import { ComposerFoot } from "./composer-foot.tsx";
import type { Writing } from "./composer-model.ts";
import { Modes } from "./composer-modes.tsx";
import { ABOVE, BELOW } from "./composer-parts.ts";
import { type Composing, createComposing, type Then } from "./composing.ts";

type Props = { card: Card; messages: readonly Message[]; filter: Filter };

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
        <Show
          when={composing.writing() === "open"}
          fallback={<Closed writing={composing.writing()} card={props.card} />}
        >
          <For each={ABOVE}>{(part) => <Dynamic component={part} composing={composing} />}</For>
          <ComposerField composing={composing} send={(then) => void send(then)} />
          <For each={BELOW}>{(part) => <Dynamic component={part} composing={composing} />}</For>
          <ComposerFoot composing={composing} send={(then) => void send(then)} />
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

/** X opens the encrypted chats of whoever is signed in there. */
const X_MESSAGES = "https://x.com/messages";

const Closed = (props: { writing: Writing; card: Card }) => {
  const desk = useDesk();
  return (
    <p class="composer-closed">
      <Switch>
        <Match when={props.writing === "closed"}>{words().composer.closed}</Match>
        <Match when={props.writing === "window-closed"}>{words().conversation.windowClosed}</Match>
        <Match when={props.writing === "held"}>
          {words().composer.held(holderName(props.card.assignee, desk.agents(), desk.me.agent.id, words()))}
        </Match>
        <Match when={props.writing === "another-application"}>{words().elsewhere.anotherApplication}</Match>
        <Match when={props.writing === "encrypted"}>
          {words().elsewhere.encrypted}{" "}
          <a href={X_MESSAGES} target="_blank" rel="noopener noreferrer">
            {words().elsewhere.answerInX}
          </a>
        </Match>
      </Switch>
    </p>
  );
};
