import { For, Show } from "solid-js";
import { way } from "#core/handoff/step";
import type { Figures } from "../../data/report/api.ts";
import { HANDOFF_STOPS } from "../../data/report/api.ts";
import { countText, percentText, secondsText } from "./text.ts";
import { WideTable } from "./wide-table.tsx";
import { reportWords } from "./words.ts";

/** Who came how far on the way to the secure channel, where the others stopped, and how long it took. */
export const SecureWayTable = (props: { handoff: Figures["handoff"] }) => {
  const told = () => reportWords.words().way;
  const share = (count: number) => (props.handoff.offered === 0 ? undefined : count / props.handoff.offered);
  const arrival = () => props.handoff.arrival;
  return (
    <section class="report-groups" aria-label={told().title}>
      <h2>{told().title}</h2>
      <Show when={arrival().count > 0}>
        <p class="quiet-text">{told().took(secondsText(arrival().p50Seconds), secondsText(arrival().p90Seconds))}</p>
      </Show>
      <WideTable name={told().title} columns={told().columns}>
        <tbody>
          <For each={way}>
            {(step) => (
              <tr>
                <th scope="row">
                  <span>{told().steps[step]}</span>
                  <progress aria-hidden="true" max={Math.max(1, props.handoff.offered)} value={props.handoff[step]} />
                </th>
                <td>{countText(props.handoff[step])}</td>
                <td>{percentText(share(props.handoff[step]))}</td>
              </tr>
            )}
          </For>
          <For each={HANDOFF_STOPS}>
            {(stop) => (
              <tr>
                <th scope="row">{told().stops[stop]}</th>
                <td>{countText(props.handoff.stoppedAfter[stop])}</td>
                <td>{percentText(share(props.handoff.stoppedAfter[stop]))}</td>
              </tr>
            )}
          </For>
        </tbody>
      </WideTable>
      <p class="quiet-text">{told().ends(props.handoff.expired, props.handoff.refused, props.handoff.revoked)}</p>
    </section>
  );
};
