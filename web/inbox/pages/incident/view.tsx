import { A, useLocation } from "@solidjs/router";
import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { newsAmong } from "../../data/incident/news.ts";
import { openIncidents } from "../../data/incident/open.ts";
import type { Alert, Incidents } from "../../data/incident/types.ts";
import { words } from "../../language/index.ts";
import { WarningIcon } from "../../ui/icon.tsx";
import { Page } from "../../ui/page.tsx";
import { State } from "../../ui/state.tsx";
import { NewIncidentForm } from "./form.tsx";
import { IncidentCard } from "./incident-card.tsx";
import { placeIn, topicName } from "./model.ts";
import { Past } from "./past.tsx";
import { incidentWords } from "./words.ts";
import "../../style/incident.css";

/** `/incidents` is what goes on, `/incidents/closed` what is over, `/incidents/:id` all of one. */
const IncidentPage = () => {
  const desk = useDesk();
  const route = useLocation();
  const place = createMemo(() => placeIn(route.pathname), undefined, { equals: isSamePlace });
  const mayLook = () => desk.can("supervise") || desk.can("approve-incident");
  const say = () => incidentWords.words();
  return (
    <Show when={place()} keyed>
      {(here) => (
        <Page
          class="incidents"
          title={here === "closed" ? say().closed.title : words().section.incident}
          lead={here === "all" ? say().lead : here === "closed" ? say().closed.lead : undefined}
          tools={
            <A class="button" href={here === "all" ? "/incidents/closed" : "/incidents"}>
              {here === "all" ? say().closed.title : say().closed.back}
            </A>
          }
        >
          <Show when={mayLook()} fallback={<p class="state">{words().problem.forbidden}</p>}>
            <Live place={here} />
          </Show>
        </Page>
      )}
    </Show>
  );
};

type Place = ReturnType<typeof placeIn>;
const isSamePlace = (before: Place, after: Place): boolean => JSON.stringify(before) === JSON.stringify(after);

const Live = (props: { place: Place }) => {
  const open = openIncidents(useDesk());
  const single = () => (typeof props.place === "object" ? props.place.id : undefined);
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
        {(known) => (
          <Switch fallback={<Known known={known()} open={open} />}>
            <Match when={props.place === "closed"}>
              <Past incidents={known().incidents} />
            </Match>
            <Match when={single()}>{(id) => <One known={known()} open={open} id={id()} />}</Match>
          </Switch>
        )}
      </Show>
    </>
  );
};

type KnownProps = { known: Incidents; open: ReturnType<typeof openIncidents> };

const One = (props: KnownProps & { id: string }) => (
  <Show
    when={props.known.incidents.find(({ id }) => id === props.id)}
    fallback={<State text={incidentWords.words().closed.unknown} problem />}
  >
    {(incident) => <IncidentCard incident={incident()} open={props.open} isWhole />}
  </Show>
);

const Known = (props: KnownProps) => {
  const desk = useDesk();
  const [suggestion, setSuggestion] = createSignal<Alert>();
  const running = () => props.known.incidents.filter(({ status }) => status === "open");
  return (
    <div class="incident-columns">
      <div class="incident-main">
        <Suggestions
          alerts={newsAmong(props.known.items, running())}
          choose={desk.can("supervise") ? setSuggestion : undefined}
        />
        <Show when={running().length === 0}>
          <p class="state quiet-text">{incidentWords.words().none}</p>
        </Show>
        <For each={running()}>{(incident) => <IncidentCard incident={incident} open={props.open} />}</For>
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
