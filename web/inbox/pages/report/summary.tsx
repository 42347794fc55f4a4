import { type JSX, Show } from "solid-js";
import type { Report } from "../../data/report/api.ts";
import { language } from "../../language/index.ts";
import { durationText } from "../../ui/time-model.ts";
import { arrivalRate, closedCount, costOfOne, keptRate, reopenRate } from "./model.ts";
import { countText, moneyText, percentText, scoreText, secondsText } from "./text.ts";
import { reportWords } from "./words.ts";

/** The period in a few numbers. */
export const Summary = (props: { report: Report }) => {
  const total = () => props.report.total;
  const first = () => total().promises["first-response"];
  const told = () => reportWords.words();
  const money = (cents: number | undefined) => moneyText(cents, props.report.currency);
  const waited = () => {
    const seconds = total().firstResponse.customer.p50Seconds;
    return seconds === null ? "" : told().asWaited(durationText(seconds * 1000, language()));
  };
  const settled = () => {
    const { kept, broken } = total().promises.resolution;
    return kept + broken === 0 ? "" : told().settledInTime(percentText(keptRate({ kept, broken })));
  };
  return (
    <section aria-label={told().summary}>
      <dl class="report-tiles">
        <Tile name={told().kept} value={percentText(keptRate(first()))} rate={keptRate(first())}>
          {told().keptOf(first().kept, first().kept + first().broken)}
        </Tile>
        <Tile
          name={`${told().firstResponse}, ${told().inHours}`}
          value={secondsText(total().firstResponse.business.p50Seconds)}
        >
          {waited()}
        </Tile>
        <Tile
          name={`${told().resolution}, ${told().inHours}`}
          value={secondsText(total().resolution.business.p50Seconds)}
        >
          {settled()}
        </Tile>
        <Tile name={told().closed} value={countText(closedCount(total()))}>
          {told().outcomes(total().closed.answered, total().closed["no-answer-needed"], total().closed.redirected)}
        </Tile>
        <Show when={!props.report.isOwn}>
          <Tile name={told().reopened} value={percentText(reopenRate(total()))}>
            {told().reopenedOf(total().reopened)}
          </Tile>
        </Show>
        <Show when={total().heard > 0}>
          <Tile name={told().heard} value={countText(total().heard)}>
            {told().heardWhy}
          </Tile>
        </Show>
        <Show when={total().ratings.count > 0}>
          <Tile name={told().satisfaction} value={told().ofFive(scoreText(total().ratings))}>
            {told().ratings(total().ratings.count)}
          </Tile>
        </Show>
        <Show when={total().handoff.offered > 0}>
          <Tile name={told().arrived} value={percentText(arrivalRate(total()))}>
            {told().arrivedOf(total().handoff["signed-in"], total().handoff.offered)}
          </Tile>
        </Show>
        <Show when={props.report.currency}>
          <Tile name={told().cost} value={money(costOfOne(total()))}>
            {told().phone(money(props.report.phoneCallCents))}
          </Tile>
        </Show>
      </dl>
    </section>
  );
};

const Tile = (props: { name: string; value: string; rate?: number | undefined; children: JSX.Element }) => (
  <div class="report-tile">
    <dt>{props.name}</dt>
    <dd class="report-value">{props.value}</dd>
    <Show when={props.rate !== undefined}>
      <dd class="report-bar" aria-hidden="true">
        <meter min="0" max="1" low="0.8" high="0.95" optimum="1" value={props.rate ?? 0} />
      </dd>
    </Show>
    <dd class="quiet-text">{props.children}</dd>
  </div>
);
