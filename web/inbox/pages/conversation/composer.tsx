import { For, Match, Show, Switch } from "solid-js";
import { ariaKeys } from "../../action/binding.ts";
import { registerActions } from "../../action/registry.ts";
import type { Card } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import type { Draft } from "../../data/draft.ts";
import { nameOf } from "../../data/news/model.ts";
import { words } from "../../language/index.ts";
import { GlobeIcon, LockIcon, NoteIcon } from "../../ui/icon.tsx";
import { sendKeys } from "../../ui/platform.ts";
import { holderName } from "../list/model.ts";
import type { Writing } from "./composer-model.ts";
import { useWriting, type WritingHere } from "./writing.ts";

/** Where an answer or a note is written. What is written stays with its conversation until it is sent. */
export const Composer = (props: { card: Card }) => {
  const desk = useDesk();
  const here = useWriting(() => props.card);
  let form: HTMLFormElement | undefined;
  const focus = () => form?.querySelector("textarea")?.focus();
  const write = (mode: Draft["mode"]) => {
    here.change({ mode });
    focus();
  };
  const when = () => desk.can("reply");
  const say = () => words().keys.list;
  registerActions([
    { id: "write.reply", group: "write", label: () => say().reply, key: "r", when, run: () => write("reply") },
    { id: "write.note", group: "write", label: () => say().note, key: "n", when, run: () => write("note") },
  ]);
  return (
    <Show when={desk.can("reply")} fallback={<p class="composer-closed">{words().conversation.readOnly}</p>}>
      <form
        class="composer"
        ref={(element) => (form = element)}
        data-visibility={here.draft().mode === "note" ? "internal" : props.card.visibility}
        onSubmit={(event) => {
          event.preventDefault();
          here.send();
          focus();
        }}
      >
        <Modes card={props.card} mode={here.draft().mode} choose={(mode) => here.change({ mode })} />
        <Show when={here.writing() === "open"} fallback={<Closed writing={here.writing()} card={props.card} />}>
          <Field card={props.card} here={here} />
          <Foot here={here} />
        </Show>
      </form>
    </Show>
  );
};

const Field = (props: { card: Card; here: WritingHere }) => {
  const isNote = () => props.here.draft().mode === "note";
  const label = () =>
    isNote()
      ? words().composer.noteLabel
      : words().composer.replyLabel(nameOf(props.card) || words().list.unknownContact);
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      props.here.send();
    } else if (event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <textarea
      class="composer-field"
      aria-label={label()}
      aria-describedby="composer-counter"
      aria-invalid={props.here.isOver()}
      placeholder={isNote() ? words().composer.notePlaceholder : words().composer.replyPlaceholder}
      rows="2"
      value={props.here.draft().text}
      onInput={(event) => props.here.change({ text: event.currentTarget.value })}
      onKeyDown={onKeyDown}
    />
  );
};

const Foot = (props: { here: WritingHere }) => {
  const isNote = () => props.here.draft().mode === "note";
  const counted = () => {
    const { left, state } = props.here.counter();
    return state === "over" ? words().composer.over(-left) : words().composer.counter(left);
  };
  return (
    <div class="composer-foot">
      <p class="counter" id="composer-counter" data-state={isNote() ? "quiet" : props.here.counter().state}>
        {isNote() ? "" : counted()}
      </p>
      <span class="send-keys" aria-hidden="true">
        <For each={sendKeys()}>{(key) => <kbd>{key}</kbd>}</For>
      </span>
      <button type="submit" class="button primary" disabled={!props.here.maySend()}>
        {isNote() ? words().composer.addNote : words().composer.send}
      </button>
    </div>
  );
};

type ModesProps = { card: Card; mode: Draft["mode"]; choose: (mode: Draft["mode"]) => void };

const Modes = (props: ModesProps) => (
  <fieldset class="modes">
    <legend class="sr-only">{words().composer.mode}</legend>
    <label class="mode" data-visibility={props.card.visibility}>
      <input
        type="radio"
        name="mode"
        checked={props.mode !== "note"}
        aria-keyshortcuts={ariaKeys("write.reply")}
        onChange={() => props.choose("reply")}
      />
      <Show when={props.card.visibility === "public"} fallback={<LockIcon />}>
        <GlobeIcon />
      </Show>
      <span>{props.card.visibility === "public" ? words().composer.publicReply : words().composer.privateReply}</span>
    </label>
    <label class="mode" data-visibility="internal">
      <input
        type="radio"
        name="mode"
        checked={props.mode === "note"}
        aria-keyshortcuts={ariaKeys("write.note")}
        onChange={() => props.choose("note")}
      />
      <NoteIcon />
      <span>{words().composer.note}</span>
    </label>
  </fieldset>
);

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
