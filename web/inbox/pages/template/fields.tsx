import { createUniqueId, For, Show } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import { audiences, topics } from "#core/template/shape";
import { readNotation } from "#core/template/text";
import type { Channel } from "../../data/api-types.ts";
import type { Content } from "../../data/reply/api.ts";
import { words } from "../../language/index.ts";
import { Select } from "../../ui/select.tsx";
import { Ticks } from "../../ui/ticks.tsx";
import { WhenSaid } from "../../ui/when-said.tsx";
import { replyWords } from "../conversation/reply-words.ts";
import { dayOf, instantOf } from "./model.ts";
import { templateWords } from "./words.ts";

type Props = { content: Content; change: SetStoreFunction<Content> };

export const Fields = (props: Props) => {
  const say = templateWords.words;
  const channels = () => Object.keys(words().channel) as Channel[];
  const toggle = (channel: Channel, on: boolean) =>
    props.change("channels", (before) => (on ? [...before, channel] : before.filter((each) => each !== channel)));
  return (
    <>
      <div class="desk-columns">
        <label>
          <span>{say().name}</span>
          <input
            maxlength="80"
            required
            value={props.content.name}
            onInput={(event) => props.change("name", event.currentTarget.value)}
          />
        </label>
        <Choice
          label={say().topic}
          value={props.content.topic}
          options={topics.map((topic) => [topic, replyWords.words().topics[topic] ?? topic])}
          choose={(topic) => props.change("topic", topic)}
        />
        <Choice
          label={say().language}
          value={props.content.language}
          options={(["fr", "en"] as const).map((language) => [language, say().languages[language] ?? language])}
          choose={(language) => props.change("language", language)}
        />
        <Choice
          label={say().audience}
          value={props.content.audience}
          options={audiences.map((audience) => [audience, say().audiences[audience] ?? audience])}
          choose={(audience) => props.change("audience", audience)}
        />
        <Day label={say().reviewAt} value={props.content.reviewAt} choose={(at) => props.change("reviewAt", at)} />
        <Day label={say().expiresAt} value={props.content.expiresAt} choose={(at) => props.change("expiresAt", at)} />
      </div>
      <Body {...props} />
      <Ticks
        title={say().channels}
        options={channels().map((channel) => [channel, words().channel[channel]])}
        chosen={props.content.channels}
        tick={toggle}
      />
    </>
  );
};

const PARTS = [
  ["locked", "[[", "]]"],
  ["slot", "{slot:", "}"],
  ["contact", "{contact|", "}"],
  ["signature", "{signature", "}"],
] as const;

const Body = (props: Props) => {
  const say = templateWords.words;
  const id = createUniqueId();
  let field: HTMLTextAreaElement | undefined;
  const wrong = () => {
    const read = readNotation(props.content.body);
    return read.isValid ? undefined : say().wrong[read.why];
  };
  const wrap = (before: string, after: string) => {
    if (!field) return;
    const { selectionEnd: end, selectionStart: start, value } = field;
    props.change("body", value.slice(0, start) + before + value.slice(start, end) + after + value.slice(end));
    field.focus();
    field.setSelectionRange(start + before.length, end + before.length);
  };
  return (
    <div class="desk-form">
      <label for={`${id}-body`}>
        <span>{say().body}</span>
      </label>
      <div class="desk-buttons">
        <For each={PARTS}>
          {([part, before, after]) => (
            <button type="button" class="button small" onClick={() => wrap(before, after)}>
              {say().parts[part]}
            </button>
          )}
        </For>
      </div>
      <textarea
        id={`${id}-body`}
        ref={(element) => (field = element)}
        rows="6"
        maxlength="5000"
        aria-describedby={`${id}-notation`}
        aria-invalid={wrong() !== undefined && props.content.body !== ""}
        lang={props.content.language}
        value={props.content.body}
        onInput={(event) => props.change("body", event.currentTarget.value)}
      />
      <p class="quiet-text" id={`${id}-notation`}>
        {say().notation}
      </p>
      <p role="status">
        <Show when={props.content.body !== "" && wrong()}>{(sentence) => <strong>{sentence()}</strong>}</Show>
      </p>
    </div>
  );
};

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  choose: (value: Value) => void;
};

const Choice = <Value extends string>(props: ChoiceProps<Value>) => (
  <label>
    <span>{props.label}</span>
    <Select options={props.options} value={props.value} choose={props.choose} />
  </label>
);

type DayProps = { label: string; value: string | undefined; choose: (at: string | undefined) => void };

const Day = (props: DayProps) => {
  const id = createUniqueId();
  return (
    <div class="desk-when">
      <label for={id}>
        <span>{props.label}</span>
      </label>
      <input
        id={id}
        type="date"
        aria-describedby={`${id}-said`}
        value={dayOf(props.value)}
        onChange={(event) => props.choose(instantOf(event.currentTarget.value))}
      />
      <WhenSaid id={`${id}-said`} value={dayOf(props.value)} />
    </div>
  );
};
