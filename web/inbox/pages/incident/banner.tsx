import { For, Show } from "solid-js";
import { newsAmong } from "../../data/incident/news.ts";
import type { OpenIncidents } from "../../data/incident/open.ts";
import { AlarmIcon, WarningIcon } from "../../ui/icon.tsx";
import { topicName } from "./model.ts";
import { incidentWords } from "./words.ts";

type Props = {
  incidents: OpenIncidents;
  /** Lists the conversations of one. */
  show: (incidentId: string) => void;
};

/** What everybody on the floor should know: the incidents that are open, and what looks like one. */
const IncidentBanner = (props: Props) => {
  const running = () => props.incidents.shown.known?.incidents.filter(({ status }) => status === "open") ?? [];
  const suggested = () => newsAmong(props.incidents.shown.known?.items ?? [], running());
  return (
    <Show when={running().length + suggested().length > 0}>
      <div class="wall-incidents" role="status">
        <For each={running()}>
          {(incident) => (
            <p class="wall-incident" data-kind="open">
              <AlarmIcon />
              <span>{incidentWords.words().banner.open(incident.title)}</span>
              <button type="button" onClick={() => props.show(incident.id)}>
                {incidentWords.words().banner.count(incident.open)}
              </button>
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
