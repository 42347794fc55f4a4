import { createSignal, createUniqueId, For, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import type { Incident } from "../../data/incident/types.ts";
import { incidentWords } from "./words.ts";

type Act = (kind: "answer" | "approve" | "send", body?: object) => Promise<void>;
type AnswerProps = { incident: Incident; act: Act; nameOf: (id: string) => string };
type Known = NonNullable<Incident["answer"]>;

const LANGUAGES = ["fr", "en"] as const;

/** The words for everybody: proposed by one, approved by another, sent by a supervisor. */
export const AnswerPart = (props: AnswerProps) => {
  const desk = useDesk();
  const [isWriting, setWriting] = createSignal(false);
  const mayWrite = () => desk.can("supervise");
  return (
    <section class="incident-answer" aria-label={incidentWords.words().answer.title}>
      <h3>{incidentWords.words().answer.title}</h3>
      <Show when={props.incident.answer}>{(answer) => <Approved {...props} answer={answer()} />}</Show>
      <Show when={mayWrite()}>
        <Show
          when={props.incident.answer === null || isWriting()}
          fallback={
            <button type="button" class="button quiet small" onClick={() => setWriting(true)}>
              {incidentWords.words().answer.change}
            </button>
          }
        >
          <Proposal
            words={props.incident.answer?.words ?? {}}
            propose={async (said) => {
              await props.act("answer", said);
              setWriting(false);
            }}
          />
        </Show>
      </Show>
    </section>
  );
};

const Approved = (props: AnswerProps & { answer: Known }) => {
  const desk = useDesk();
  const isOwn = () => props.answer.proposedBy === desk.me.agent.id;
  const isBusy = () => props.incident.walk !== null && !props.incident.walk.isOver;
  return (
    <>
      <For each={LANGUAGES.filter((language) => props.answer.words[language] !== undefined)}>
        {(language) => (
          <blockquote class="incident-words" lang={language}>
            {props.answer.words[language]}
          </blockquote>
        )}
      </For>
      <p class="quiet-text">
        {incidentWords.words().answer.by(props.nameOf(props.answer.proposedBy))}
        {" · "}
        {props.answer.approvedBy === null
          ? incidentWords.words().answer.waits
          : incidentWords.words().answer.approved(props.nameOf(props.answer.approvedBy))}
      </p>
      <Show when={props.answer.approvedBy === null && desk.can("approve-incident")}>
        <Show when={!isOwn()} fallback={<p class="quiet-text">{incidentWords.words().answer.own}</p>}>
          <button
            type="button"
            class="button primary"
            onClick={() => void props.act("approve", { version: props.answer.version })}
          >
            {incidentWords.words().answer.approve}
          </button>
        </Show>
      </Show>
      <Show when={props.answer.approvedBy !== null && desk.can("supervise")}>
        <div class="incident-send">
          <button
            type="button"
            class="button primary"
            disabled={isBusy() || props.incident.open === 0}
            onClick={() => void props.act("send")}
          >
            {incidentWords.words().answer.send(props.incident.open)}
          </button>
          <span class="quiet-text">{incidentWords.words().answer.sendHelp}</span>
        </div>
      </Show>
    </>
  );
};

const Proposal = (props: { words: Known["words"]; propose: (said: Known["words"]) => Promise<void> }) => {
  const id = createUniqueId();
  const [said, setSaid] = createSignal<Known["words"]>({ ...props.words });
  const isEmpty = () => LANGUAGES.every((language) => !said()[language]?.trim());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const kept = LANGUAGES.flatMap((language) => {
      const text = said()[language]?.trim();
      return text ? [[language, text] as const] : [];
    });
    void props.propose(Object.fromEntries(kept));
  };
  return (
    <form class="incident-proposal" onSubmit={submit}>
      <For each={LANGUAGES}>
        {(language) => (
          <div>
            <label for={`${id}-${language}`}>{incidentWords.words().answer[language]}</label>
            <textarea
              id={`${id}-${language}`}
              class="composer-field"
              lang={language}
              rows="3"
              maxlength="1000"
              value={props.words[language] ?? ""}
              onInput={(event) => setSaid({ ...said(), [language]: event.currentTarget.value })}
            />
          </div>
        )}
      </For>
      <button type="submit" class="button" disabled={isEmpty()}>
        {incidentWords.words().answer.propose}
      </button>
    </form>
  );
};
