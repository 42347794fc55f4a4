import { createMemo, For, Match, onCleanup, onMount, Show, Switch } from "solid-js";
import { countText } from "#core/channel/limit";
import type { Card } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { nameOf } from "../../data/news/model.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { GlobeIcon, LockIcon, NoteIcon } from "../../ui/icon.tsx";
import { sendKeys } from "../../ui/platform.ts";
import { listenToKeys } from "../frame/keys.ts";
import { holderName } from "../list/model.ts";
import { counterOf, type Writing, writingOf } from "./composer-model.ts";

/** Where an answer or a note is written. What is written stays with its conversation until it is sent. */
export const Composer = (props: { card: Card }) => {
  const desk = useDesk();
  let field: HTMLTextAreaElement | undefined;
  const draft = () => desk.draft(props.card.id);
  const change = (changes: Partial<ReturnType<typeof draft>>) =>
    desk.setDraft(props.card.id, { ...draft(), ...changes });
  const writing = createMemo(() => writingOf(props.card, draft().mode, desk, now()));
  const counter = createMemo(() => counterOf(countText(props.card.channel, draft().text)));
  const isOver = () => draft().mode === "reply" && counter().state === "over";
  const maySend = () => writing() === "open" && draft().text.trim() !== "" && !isOver();
  const send = () => {
    if (!maySend()) return;
    desk.sender.send(props.card.id, draft().mode, draft().text.trim());
    change({ text: "" });
    field?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") field?.blur();
  };
  const write = (mode: "reply" | "note") => {
    change({ mode });
    field?.focus();
  };
  onMount(() => onCleanup(listenToKeys({ reply: () => write("reply"), note: () => write("note") })));

  return (
    <Show when={desk.can("reply")} fallback={<p class="composer-closed">{words().conversation.readOnly}</p>}>
      <form
        class="composer"
        data-mode={draft().mode}
        data-visibility={draft().mode === "note" ? "internal" : props.card.visibility}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Modes card={props.card} mode={draft().mode} choose={(mode) => change({ mode })} />
        <Show when={writing() === "open"} fallback={<Closed writing={writing()} card={props.card} />}>
          <textarea
            class="composer-field"
            ref={(element) => (field = element)}
            aria-label={
              draft().mode === "note"
                ? words().composer.noteLabel
                : words().composer.replyLabel(nameOf(props.card) || words().list.unknownContact)
            }
            aria-describedby="composer-counter"
            aria-invalid={isOver()}
            placeholder={draft().mode === "note" ? words().composer.notePlaceholder : words().composer.replyPlaceholder}
            rows="2"
            value={draft().text}
            onInput={(event) => change({ text: event.currentTarget.value })}
            onKeyDown={onKeyDown}
          />
          <div class="composer-foot">
            <p class="counter" id="composer-counter" data-state={counter().state}>
              <Show when={draft().mode === "reply"}>
                {counter().state === "over"
                  ? words().composer.over(-counter().left)
                  : words().composer.counter(counter().left)}
              </Show>
            </p>
            <span class="send-keys" aria-hidden="true">
              <For each={sendKeys()}>{(key) => <kbd>{key}</kbd>}</For>
            </span>
            <button type="submit" class="button primary" disabled={!maySend()}>
              {draft().mode === "note" ? words().composer.addNote : words().composer.send}
            </button>
          </div>
        </Show>
      </form>
    </Show>
  );
};

type ModesProps = { card: Card; mode: "reply" | "note"; choose: (mode: "reply" | "note") => void };

const Modes = (props: ModesProps) => (
  <fieldset class="modes">
    <legend class="sr-only">{words().composer.mode}</legend>
    <label class="mode" data-visibility={props.card.visibility}>
      <input type="radio" name="mode" checked={props.mode === "reply"} onChange={() => props.choose("reply")} />
      <Show when={props.card.visibility === "public"} fallback={<LockIcon />}>
        <GlobeIcon />
      </Show>
      <span>{props.card.visibility === "public" ? words().composer.publicReply : words().composer.privateReply}</span>
    </label>
    <label class="mode" data-visibility="internal">
      <input type="radio" name="mode" checked={props.mode === "note"} onChange={() => props.choose("note")} />
      <NoteIcon />
      <span>{words().composer.note}</span>
    </label>
  </fieldset>
);

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
      </Switch>
    </p>
  );
};
