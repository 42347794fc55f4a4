import { For, Show } from "solid-js";
import { way } from "#core/handoff/step";
import { HANDOFF_STOPS } from "../../data/report/api.ts";
import { Behind, type Leading } from "./behind.tsx";
import { countText, percentText, secondsText } from "./text.ts";
import { WideTable } from "./wide-table.tsx";
import { reportWords } from "./words.ts";

const ENDS = ["expired", "refused", "revoked"] as const;

/** Who came how far on the way to the secure channel, where the others stopped, and how long it took. */
export const SecureWayTable = (props: Leading) => {
  const told = () => reportWords.words().way;
  const leading = (): Leading => ({ report: props.report, question: props.question });
  const handoff = () => props.report.total.handoff;
  const share = (count: number) => (handoff().offered === 0 ? undefined : count / handoff().offered);
  const arrival = () => handoff().arrival;
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
                  <progress aria-hidden="true" max={Math.max(1, handoff().offered)} value={handoff()[step]} />
                </th>
                <td>
                  <Behind
                    leading={leading()}
                    event={`handoff.${step}`}
                    count={handoff()[step]}
                    name={told().steps[step]}
                  >
                    {countText(handoff()[step])}
                  </Behind>
                </td>
                <td>{percentText(share(handoff()[step]))}</td>
              </tr>
            )}
          </For>
          <For each={HANDOFF_STOPS}>
            {(stop) => (
              <tr>
                <th scope="row">{told().stops[stop]}</th>
                <td>
                  <Behind
                    leading={leading()}
                    event={`handoff.after.${stop}`}
                    count={handoff().stoppedAfter[stop]}
                    name={told().stops[stop]}
                  >
                    {countText(handoff().stoppedAfter[stop])}
                  </Behind>
                </td>
                <td>{percentText(share(handoff().stoppedAfter[stop]))}</td>
              </tr>
            )}
          </For>
        </tbody>
      </WideTable>
      <p class="quiet-text">
        {told().ends}{" "}
        <For each={ENDS}>
          {(end, place) => (
            <>
              {place() > 0 ? ", " : ""}
              <Behind leading={leading()} event={`handoff.${end}`} count={handoff()[end]}>
                {told().end[end](handoff()[end])}
              </Behind>
            </>
          )}
        </For>
        .
      </p>
    </section>
  );
};
