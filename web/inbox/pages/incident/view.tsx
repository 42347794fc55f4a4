import { createSignal, For, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { openIncidents } from "../../data/incident/open.ts";
import type { Alert, Incidents } from "../../data/incident/types.ts";
import { words } from "../../language/index.ts";
import { WarningIcon } from "../../ui/icon.tsx";
import { Page } from "../../ui/page.tsx";
import { NewIncidentForm } from "./form.tsx";
import { IncidentCard } from "./incident-card.tsx";
import { topicName } from "./model.ts";
import { incidentWords } from "./words.ts";
import "../../style/incident.css";

/** What is more than usual, the incidents that are open and what was made of earlier ones. */
const IncidentPage = () => {
  const desk = useDesk();
  const mayLook = () => desk.can("supervise") || desk.can("approve-incident");
  return (
    <Page class="incidents" title={words().section.incident} lead={incidentWords.words().lead}>
      <Show when={mayLook()} fallback={<p class="state">{words().problem.forbidden}</p>}>
        <Live />
      </Show>
    </Page>
  );
};

const Live = () => {
  const open = openIncidents(useDesk());
  return (
    <>
      <Show when={open.fault() !== undefined}>
        <div class="banner" data-kind="problem" role="alert">
          <WarningIcon />
          <span>{incidentWords.words().failed}</span>
          <button type="button" class="button small" onClick={open.refresh}>
            {words().retry}
          </button>
        </div>
      </Show>
      <Show when={open.shown.known} fallback={<p class="quiet-text">{words().loading}</p>}>
        {(known) => <Known known={known()} open={open} />}
      </Show>
    </>
  );
};

const Known = (props: { known: Incidents; open: ReturnType<typeof openIncidents> }) => {
  const desk = useDesk();
  const [suggestion, setSuggestion] = createSignal<Alert>();
  const running = () => props.known.incidents.filter(({ status }) => status === "open");
  const past = () => props.known.incidents.filter(({ status }) => status === "closed");
  return (
    <div class="incident-columns">
      <div class="incident-main">
        <Suggestions alerts={props.known.items} choose={desk.can("supervise") ? setSuggestion : undefined} />
        <Show when={running().length === 0}>
          <p class="state quiet-text">{incidentWords.words().none}</p>
        </Show>
        <For each={running()}>{(incident) => <IncidentCard incident={incident} open={props.open} />}</For>
        <Show when={past().length > 0}>
          <h2>{incidentWords.words().past}</h2>
          <For each={past()}>{(incident) => <IncidentCard incident={incident} open={props.open} />}</For>
        </Show>
      </div>
      <Show when={desk.can("supervise")}>
        <NewIncidentForm suggestion={suggestion()} opened={props.open.refresh} />
      </Show>
    </div>
  );
};

const Suggestions = (props: { alerts: Alert[]; choose: ((alert: Alert) => void) | undefined }) => (
  <Show when={props.alerts.length > 0}>
    <section class="panel suggested" aria-labelledby="incident-suggested">
      <h2 id="incident-suggested">{incidentWords.words().suggested.title}</h2>
      <ul>
        <For each={props.alerts}>
          {(alert) => (
            <li>
              <span>
                {incidentWords.words().suggested.says(topicName(alert.topic), alert.peak.count, alert.peak.usual)}
              </span>
              <Show when={props.choose}>
                {(choose) => (
                  <button type="button" class="button small" onClick={() => choose()(alert)}>
                    {incidentWords.words().suggested.open}
                  </button>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
);

export default IncidentPage;
