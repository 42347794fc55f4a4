import { createMemo, createSignal, For, Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { happenedIn } from "../../data/inbox/happening.ts";
import { type Filter, isDated } from "../../data/inbox/model.ts";
import { findOpen } from "../../data/search/open.ts";
import { createSearch } from "../../data/search/search.ts";
import { language, words } from "../../language/index.ts";
import { ChannelGlyph } from "../../ui/channel-glyph.tsx";
import { contactName } from "../../ui/contact-name.ts";
import { Modal } from "../../ui/dialog/view.tsx";
import { Moment } from "../../ui/moment.tsx";
import { previewOf } from "../../ui/preview.ts";
import { momentText } from "../../ui/time-model.ts";
import { conversationPath } from "../frame/model.ts";
import { happenedText } from "../list/narrowing-model.ts";
import { searchWords } from "./words.ts";
import "../../style/search.css";

type Props = { filter: Filter; onClose: () => void };

/** Finds a conversation: while one types among the open ones, a moment later in what was said in all of them. */
const SearchDialog = (props: Props) => {
  const desk = useDesk();
  const [isAmong, setAmong] = createSignal(isDated(props.filter));
  const search = createSearch(desk, () => (isAmong() ? amongOf(props.filter) : undefined));
  const [text, setText] = createSignal("");
  let field: HTMLInputElement | undefined;
  const atHand = findOpen(desk, text);
  const further = createMemo(() => {
    const known = new Set(isAmong() ? [] : atHand().map(({ id }) => id));
    return search.found().filter(({ card }) => !known.has(card.id));
  });
  const say = () => searchWords.words();
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const results = [...event.currentTarget.querySelectorAll<HTMLElement>("a.search-result")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const place = results.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Enter" && event.target === field) results[0]?.click();
    if (step === undefined || event.isComposing) return;
    event.preventDefault();
    (results[place + step] ?? (step < 0 ? field : undefined))?.focus();
  };
  return (
    <Modal title={say().title} first={() => field} onClose={props.onClose}>
      <search class="search" onKeyDown={onKeyDown}>
        <label class="search-field">
          <span class="sr-only">{say().field}</span>
          <input
            class="input"
            type="search"
            maxlength="200"
            autocomplete="off"
            placeholder={say().field}
            value={text()}
            ref={(element) => (field = element)}
            onInput={(event) => {
              setText(event.currentTarget.value);
              search.ask(event.currentTarget.value);
            }}
          />
        </label>
        <Show when={isDated(props.filter)}>
          <label class="search-among">
            <input
              type="checkbox"
              checked={isAmong()}
              onChange={(event) => {
                setAmong(event.currentTarget.checked);
                search.ask(text());
              }}
            />
            <span>{say().among(happenedText(props.filter))}</span>
          </label>
        </Show>
        <Show when={text().trim().length > 1} fallback={<p class="quiet-text">{say().lead}</p>}>
          <Show when={!isAmong() && atHand().length > 0}>
            <h3>{say().atHand}</h3>
            <ul class="search-results">
              <For each={atHand()}>{(card) => <Result card={card} filter={props.filter} close={props.onClose} />}</For>
            </ul>
          </Show>
          <h3>{isAmong() ? say().amongThem : say().everywhere}</h3>
          <p role="status" class="quiet-text">
            {search.state() === "busy" ? words().loading : stateText(further().length, search)}
          </p>
          <ul class="search-results">
            <For each={further()}>
              {({ card, excerpt }) => (
                <Result card={card} excerpt={excerpt} filter={props.filter} close={props.onClose} />
              )}
            </For>
          </ul>
          <Show when={search.state() === "done" && search.mayGoOn()}>
            <button type="button" class="button quiet" onClick={search.goOn}>
              {say().goOn}
            </button>
          </Show>
        </Show>
      </search>
    </Modal>
  );
};

/** What the list is narrowed to by what happened, as the server is asked for it. */
const amongOf = (filter: Filter): Record<string, string> => {
  const { channel, team, topic } = filter;
  const place = Object.entries({ channel, team, topic }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return { ...happenedIn(filter), ...Object.fromEntries(place) };
};

/** `found`: those that do not stand above already. */
const stateText = (found: number, search: ReturnType<typeof createSearch>): string => {
  const say = searchWords.words();
  if (search.state() === "failed") return say.failed;
  if (search.state() === "idle") return words().loading;
  const until = search.until();
  const reach = until === undefined ? say.over : say.until(momentText(until, language()));
  const none = search.found().length > 0 ? say.nothingElse : say.none;
  return `${found === 0 ? none : say.found(found)} ${reach}`;
};

type ResultProps = { card: Card; excerpt?: string | undefined; filter: Filter; close: () => void };

const Result = (props: ResultProps) => (
  <li>
    <a class="search-result" href={conversationPath(props.card.id, props.filter)} onClick={() => props.close()}>
      <ChannelGlyph channel={props.card.channel} />
      <span class="search-words">
        <span class="card-line">
          <span class="card-name">{contactName(props.card)}</span>
          <Show when={props.card.status === "closed"}>
            <span class="quiet-text">{words().conversation.closed}</span>
          </Show>
          <Moment at={props.card.lastMessageAt} />
        </span>
        <span class="search-excerpt">
          {previewOf({ abusive: props.card.abusive, preview: props.excerpt ?? props.card.preview ?? "" })}
        </span>
      </span>
    </a>
  </li>
);

export default SearchDialog;
