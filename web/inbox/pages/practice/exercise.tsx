import { createSignal, createUniqueId, For, onMount, Show } from "solid-js";
import { type Exercise, type Judgement, WAYS, type Way } from "../../data/practice/api.ts";
import { language, words } from "../../language/index.ts";
import { CheckIcon, WarningIcon } from "../../ui/icon.tsx";
import { replyWords } from "../conversation/reply-words.ts";
import { isWritten } from "./model.ts";
import { practiceWords } from "./words.ts";

type Props = {
  exercise: Exercise;
  judgement: Judgement | undefined;
  check: (way: Way, text: string) => void;
  next: () => void;
  /** Somebody went on to it: the focus goes along. */
  isNext: boolean;
};

const isDone = ({ isPassed }: Exercise): boolean => isPassed;

/** One invented customer: what they write, what one does, what one says, and how it would have done. */
export const ExerciseForm = (props: Props) => {
  const id = createUniqueId();
  const say = practiceWords.words;
  const [way, setWay] = createSignal<Way>("answer");
  const [text, setText] = createSignal("");
  let message: HTMLElement | undefined;
  onMount(() => props.isNext && message?.focus());
  const hasNext = () => props.judgement?.isPassed === true && !props.judgement.practice.exercises.every(isDone);
  return (
    <form
      class="desk-card"
      onSubmit={(event) => {
        event.preventDefault();
        props.check(way(), isWritten(way()) ? text() : "");
      }}
    >
      <div class="approval-text" lang={language()} tabindex="-1" ref={(element) => (message = element)}>
        <span class="quiet-text">
          <strong>{props.exercise.author}</strong> · {words().channel[props.exercise.channel]} ·{" "}
          {say().visibility[props.exercise.visibility]}
        </span>
        <p>{props.exercise.message}</p>
      </div>
      <fieldset class="practice-ways">
        <legend>{say().question}</legend>
        <For each={WAYS}>
          {(each) => (
            <label>
              <input type="radio" name={id} value={each} checked={way() === each} onChange={() => setWay(each)} />
              <span>{say().ways[each]}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={isWritten(way())}>
        <label class="practice-text">
          <span>{say().text}</span>
          <textarea
            rows="4"
            maxlength="10000"
            lang={language()}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
      </Show>
      <div class="desk-buttons">
        <button type="submit" class="button primary">
          {say().check}
        </button>
        <Show when={hasNext()}>
          <button type="button" class="button" onClick={() => props.next()}>
            {say().next}
          </button>
        </Show>
      </div>
      <div role="status">
        <Show when={props.judgement}>{(judgement) => <Verdict judgement={judgement()} />}</Show>
      </div>
    </form>
  );
};

const Verdict = (props: { judgement: Judgement }) => {
  const say = practiceWords.words;
  return (
    <Show when={props.judgement.isPassed} fallback={<Shortcomings judgement={props.judgement} />}>
      <p class="practice-verdict" data-tone="good">
        <CheckIcon />
        <span>
          <strong>{say().right}</strong> {props.judgement.why}
        </span>
      </p>
      <Show when={props.judgement.isFinished}>
        <p>
          <strong>{say().finished}</strong>{" "}
          <Show when={props.judgement.practice.training}>{say().finishedRecorded}</Show>
        </p>
      </Show>
    </Show>
  );
};

const Shortcomings = (props: { judgement: Judgement }) => {
  const say = practiceWords.words;
  return (
    <div class="practice-verdict" data-tone="risk">
      <WarningIcon />
      <div>
        <strong>{say().wrong}</strong>
        <ul>
          <For each={props.judgement.shortcomings}>
            {(each) => (
              <li>
                {say().shortcomings[each]}
                <Show when={each === "words"}>
                  <ul>
                    <For each={props.judgement.findings}>{(kind) => <li>{replyWords.words().guard.why[kind]}</li>}</For>
                  </ul>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </div>
  );
};
