import { For, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { openIncidents } from "../../data/incident/open.ts";
import { AlarmIcon, WarningIcon } from "../../ui/icon.tsx";
import { topicName } from "./model.ts";
import { incidentWords } from "./words.ts";

/** What everybody on the floor should know: the incidents that are open, and what looks like one. */
const IncidentBanner = () => {
  const open = openIncidents(useDesk());
  const running = () => open.shown.known?.incidents.filter(({ status }) => status === "open") ?? [];
  const suggested = () =>
    (open.shown.known?.items ?? []).filter(({ topic }) => !running().some(({ rule }) => rule.topic === topic));
  return (
    <Show when={running().length + suggested().length > 0}>
      <div class="wall-incidents" role="status">
        <For each={running()}>
          {(incident) => (
            <p class="wall-incident" data-kind="open">
              <AlarmIcon />
              <span>{incidentWords.words().banner.open(incident.title, incident.open)}</span>
              <a href="/incidents">{incidentWords.words().banner.go}</a>
            </p>
          )}
        </For>
        <For each={suggested()}>
          {(alert) => (
            <p class="wall-incident" data-kind="suggested">
              <WarningIcon />
              <span>{incidentWords.words().banner.suggested(topicName(alert.topic))}</span>
              <a href="/incidents">{incidentWords.words().banner.go}</a>
            </p>
          )}
        </For>
      </div>
    </Show>
  );
};

export default IncidentBanner;
