import { createSignal, For, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createPracticeApi, type Judgement, type Practice } from "../../data/practice/api.ts";
import { createRead } from "../../data/read.ts";
import { language, words } from "../../language/index.ts";
import { CheckIcon } from "../../ui/icon.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { dateText } from "../../ui/time-model.ts";
import { replyWords } from "../conversation/reply-words.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { spokenOf, toneOf } from "../kit/model.ts";
import { ExerciseForm } from "./exercise.tsx";
import { nextOf, passedCount } from "./model.ts";
import { practiceWords } from "./words.ts";
import "../../style/desk-page.css";
import "../../style/practice.css";

/** Practice: invented customers, who are in no queue. */
const PracticePage = () => {
  const desk = useDesk();
  const api = createPracticeApi(desk.api.http);
  const say = practiceWords.words;
  const read = createRead(async () => {
    await replyWords.load();
    return api.practice();
  });
  const [chosen, choose] = createSignal<string>();
  const [judgement, setJudgement] = createSignal<Judgement>();
  const { attempt, dismiss, fault } = createAttempt();
  const [isNext, setNext] = createSignal(false);
  const go = (id: string | undefined) => {
    // From the list of exercises the focus stays there, to be moved on.
    setNext(id === undefined);
    setJudgement(undefined);
    choose(id);
  };
  const check = (id: string, way: string, text: string) =>
    attempt(async () => {
      const judged = await api.attempt(id, { way, text });
      setJudgement(judged);
      choose(id);
      read.change(() => judged.practice);
    });
  return (
    <Page class="narrow" title={words().section.practice} lead={say().lead} isBusy={read.isBusy()}>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      <Loaded read={read} failed={say().failed}>
        {(now) => (
          <>
            <Standing practice={now()} />
            <Exercises practice={now()} current={nextOf(now(), chosen())?.id} go={go} />
            <Show keyed when={nextOf(now(), chosen())?.id}>
              {(id) => (
                <Show when={now().exercises.find((each) => each.id === id)}>
                  {(exercise) => (
                    <ExerciseForm
                      exercise={exercise()}
                      judgement={judgement()}
                      check={(way, text) => void check(id, way, text)}
                      next={() => go(undefined)}
                      isNext={isNext()}
                    />
                  )}
                </Show>
              )}
            </Show>
          </>
        )}
      </Loaded>
    </Page>
  );
};

const Standing = (props: { practice: Practice }) => {
  const say = practiceWords.words;
  return (
    <p class="practice-standing">
      <strong>{say().progress(passedCount(props.practice), props.practice.exercises.length)}</strong>
      <Show when={props.practice.training} fallback={<span class="quiet-text">{say().noTraining}</span>}>
        {(training) => (
          <>
            <span class="quiet-text">{say().recordedAs(training().title[spokenOf(language())])}</span>
            <span class="desk-badge" data-tone={toneOf(training().state)}>
              {say().standing[training().state]}{" "}
              <Show when={training().until}>{(until) => say().until(dateText(until(), language()))}</Show>
            </span>
          </>
        )}
      </Show>
    </p>
  );
};

type Choosing = { practice: Practice; current: string | undefined; go: (id: string) => void };

const Exercises = (props: Choosing) => {
  const say = practiceWords.words;
  return (
    <ol class="practice-list" aria-label={say().list}>
      <For each={props.practice.exercises}>
        {(exercise, at) => (
          <li>
            <button
              type="button"
              class="button small"
              aria-current={exercise.id === props.current ? "step" : undefined}
              aria-label={`${say().exercise(at() + 1)}${exercise.isPassed ? `, ${say().passed}` : ""}`}
              onClick={() => props.go(exercise.id)}
            >
              {at() + 1}
              <Show when={exercise.isPassed}>
                <CheckIcon />
              </Show>
            </button>
          </li>
        )}
      </For>
    </ol>
  );
};

export default PracticePage;
