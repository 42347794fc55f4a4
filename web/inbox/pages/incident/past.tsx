import { For, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import type { Incident } from "../../data/incident/types.ts";
import { language } from "../../language/index.ts";
import { State } from "../../ui/state.tsx";
import { durationText, momentText } from "../../ui/time-model.ts";
import { pastOf, ruleText, toldTo } from "./model.ts";
import { incidentWords } from "./words.ts";

/** Incidents that are over: when, why, what was done and by whom. Each leads to all that was done in it. */
export const Past = (props: { incidents: readonly Incident[] }) => {
  const past = () => pastOf(props.incidents);
  const say = () => incidentWords.words().closed;
  return (
    <Show when={past().length > 0} fallback={<State text={say().none} />}>
      <ul class="incident-past">
        <For each={past()}>{(incident) => <PastIncident incident={incident} />}</For>
      </ul>
    </Show>
  );
};

const PastIncident = (props: { incident: Incident }) => {
  const desk = useDesk();
  const say = () => incidentWords.words().closed;
  const nameOf = (id: string | undefined) => (id === undefined ? say().somebody : desk.agentName(id));
  const closedBy = () => props.incident.timeline.findLast(({ type }) => type === "closed")?.agentId;
  const end = () => props.incident.closedAt ?? props.incident.openedAt;
  const moment = (at: string) => momentText(at, language());
  return (
    <li class="panel incident" data-status="closed">
      <h2>
        <a href={`/incidents/${encodeURIComponent(props.incident.id)}`}>{props.incident.title}</a>
      </h2>
      <dl class="incident-story">
        <dt>{say().why}</dt>
        <dd>{ruleText(props.incident.rule)}</dd>
        <dt>{say().opened}</dt>
        <dd>{say().at(moment(props.incident.openedAt), nameOf(props.incident.openedBy))}</dd>
        <dt>{say().ended}</dt>
        <dd>
          {say().at(moment(end()), nameOf(closedBy()))}
          <span class="quiet-text">
            {" "}
            {say().lasted(durationText(Date.parse(end()) - Date.parse(props.incident.openedAt), language()))}
          </span>
        </dd>
        <dt>{say().told}</dt>
        <dd>
          <Show when={props.incident.answer} fallback={say().nothingSaid}>
            {(answer) => say().toldTo(toldTo(props.incident), nameOf(answer().approvedBy ?? undefined))}
          </Show>
        </dd>
        <dt>{say().done}</dt>
        <dd class="incident-summary">{props.incident.summary}</dd>
      </dl>
    </li>
  );
};
