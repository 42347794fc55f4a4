import { createSignal, createUniqueId, For, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import type { OpenIncidents } from "../../data/incident/open.ts";
import type { Incident } from "../../data/incident/types.ts";
import { words } from "../../language/index.ts";
import { clockText, momentText } from "../../ui/time-model.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { AnswerPart } from "./answer.tsx";
import { ruleText } from "./model.ts";
import { incidentWords } from "./words.ts";

/** One incident: whom it touches, what is said to them, what was done, and its end. */
export const IncidentCard = (props: { incident: Incident; open: OpenIncidents; isWhole?: boolean }) => {
  const desk = useDesk();
  const { attempt, dismiss, fault } = createAttempt();
  const act = async (kind: "answer" | "approve" | "send" | "close", body?: object) => {
    await attempt(() => props.open.act(desk.api.toIncident(props.incident.id, kind, body)));
  };
  const isOpen = () => props.incident.status === "open";
  const nameOf = desk.agentName;
  return (
    <article class="panel incident" data-status={props.incident.status} aria-label={props.incident.title}>
      <header class="incident-head">
        <h2>{props.incident.title}</h2>
        <p class="quiet-text">
          {ruleText(props.incident.rule)}
          {" · "}
          {incidentWords.words().facts.since(momentText(props.incident.rule.since, words().code))}
        </p>
      </header>
      <Show when={isOpen()}>
        <Facts incident={props.incident} />
        <AnswerPart incident={props.incident} act={act} nameOf={nameOf} />
      </Show>
      <Show when={!isOpen() && props.incident.answer}>{(answer) => <Said answer={answer()} nameOf={nameOf} />}</Show>
      <Show when={props.incident.summary}>{(summary) => <p class="incident-summary">{summary()}</p>}</Show>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      <Timeline incident={props.incident} nameOf={nameOf} isOpen={isOpen() || props.isWhole === true} />
      <Show when={isOpen() && desk.can("supervise")}>
        <Closing close={(summary) => void act("close", { summary })} />
      </Show>
    </article>
  );
};

const Facts = (props: { incident: Incident }) => {
  const desk = useDesk();
  const progress = () => {
    const { walk } = props.incident;
    const say = incidentWords.words().walk;
    if (walk === null) return undefined;
    if (!walk.isOver) return say[walk.kind](walk.done + walk.skipped, walk.of);
    return walk.kind === "gather" ? say.gathered(walk.done) : say.answered(walk.done, walk.skipped);
  };
  return (
    <div class="incident-facts">
      <strong>{incidentWords.words().facts.open(props.incident.open)}</strong>
      <Show when={props.incident.breached > 0}>
        <span class="incident-late">{incidentWords.words().facts.breached(props.incident.breached)}</span>
      </Show>
      <Show when={progress()}>
        <span role="status">{progress()}</span>
      </Show>
      <Show when={props.incident.walk && !props.incident.walk.isOver && props.incident.walk}>
        {(walk) => <progress aria-hidden="true" max={Math.max(1, walk().of)} value={walk().done + walk().skipped} />}
      </Show>
      <Show when={desk.can("supervise")}>
        <a href={`/wallboard?incident=${encodeURIComponent(props.incident.id)}`}>{incidentWords.words().facts.show}</a>
      </Show>
    </div>
  );
};

/** What everybody was told, and who stood for it. */
const Said = (props: { answer: NonNullable<Incident["answer"]>; nameOf: (id: string) => string }) => {
  const say = () => incidentWords.words().answer;
  const stood = () => {
    const { approvedBy, proposedBy } = props.answer;
    const proposed = say().by(props.nameOf(proposedBy));
    return approvedBy === null ? proposed : `${proposed} · ${say().approved(props.nameOf(approvedBy))}`;
  };
  return (
    <section class="incident-said" aria-label={say().title}>
      <h3>{say().title}</h3>
      <For each={Object.entries(props.answer.words)}>{([code, text]) => <p lang={code}>{text}</p>}</For>
      <p class="quiet-text">{stood()}</p>
    </section>
  );
};

type TimelineProps = { incident: Incident; nameOf: (id: string) => string; isOpen: boolean };

const Timeline = (props: TimelineProps) => (
  <details class="incident-timeline" open={props.isOpen}>
    <summary>{incidentWords.words().timeline.title}</summary>
    <ol>
      <For each={props.incident.timeline}>
        {(moment) => (
          <li>
            <time datetime={moment.at} title={momentText(moment.at, words().code)}>
              {props.incident.status === "open" ? clockText(moment.at) : momentText(moment.at, words().code)}
            </time>
            <span>{incidentWords.words().timeline[moment.type](props.nameOf(moment.agentId), moment.count ?? 0)}</span>
          </li>
        )}
      </For>
    </ol>
  </details>
);

const Closing = (props: { close: (summary: string) => void }) => {
  const id = createUniqueId();
  const [summary, setSummary] = createSignal("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    props.close(summary());
  };
  return (
    <details class="incident-close">
      <summary>{incidentWords.words().close.title}</summary>
      <form onSubmit={submit}>
        <label for={id}>{incidentWords.words().close.summary}</label>
        <textarea
          id={id}
          class="composer-field"
          rows="3"
          maxlength="2000"
          onInput={(event) => setSummary(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={summary().trim() === ""}>
          {incidentWords.words().close.submit}
        </button>
      </form>
    </details>
  );
};
