import { For, type JSX, Show } from "solid-js";
import type { Happening } from "../../data/inbox/happening.ts";
import type { Question, Report } from "../../data/report/api.ts";
import { language } from "../../language/index.ts";
import { durationText } from "../../ui/time-model.ts";
import { Behind, type Leading } from "./behind.tsx";
import { arrivalRate, closedCount, costOfOne, keptRate, reopenRate } from "./model.ts";
import { countText, moneyText, percentText, scoreText, secondsText } from "./text.ts";
import { reportWords } from "./words.ts";

const OUTCOMES = ["answered", "no-answer-needed", "redirected"] as const;

/** The period in a few numbers. */
export const Summary = (props: { report: Report; question: Question }) => {
  const leading = (): Leading => ({ report: props.report, question: props.question });
  const total = () => props.report.total;
  const first = () => total().promises["first-response"];
  const told = () => reportWords.words();
  const money = (cents: number | undefined) => moneyText(cents, props.report.currency);
  const waited = () => {
    const seconds = total().firstResponse.customer.p50Seconds;
    return seconds === null ? "" : told().asWaited(durationText(seconds * 1000, language()));
  };
  const resolution = () => total().promises.resolution;
  return (
    <section aria-label={told().summary}>
      <dl class="report-tiles">
        <Tile name={told().kept} value={percentText(keptRate(first()))} rate={keptRate(first())}>
          <Behind leading={leading()} event="kept.first-response" count={first().kept}>
            {told().keptOf(first().kept, first().kept + first().broken)}
          </Behind>
          <Late leading={leading()} event="broken.first-response" count={first().broken} />
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
          <Show when={keptRate(resolution()) !== undefined}>
            {told().settledInTime(percentText(keptRate(resolution())))}
          </Show>
          <Late leading={leading()} event="broken.resolution" count={resolution().broken} />
        </Tile>
        <Tile
          name={told().closed}
          value={
            <Behind leading={leading()} event="closed" count={closedCount(total())}>
              {countText(closedCount(total()))}
            </Behind>
          }
        >
          <For each={OUTCOMES}>
            {(outcome, place) => (
              <>
                {place() > 0 ? ", " : ""}
                <Behind leading={leading()} event={`closed.${outcome}`} count={total().closed[outcome]}>
                  {told().outcome[outcome](total().closed[outcome])}
                </Behind>
              </>
            )}
          </For>
        </Tile>
        <Show when={!props.report.isOwn}>
          <Tile name={told().reopened} value={percentText(reopenRate(total()))}>
            <Behind leading={leading()} event="reopened" count={total().reopened}>
              {told().reopenedOf(total().reopened)}
            </Behind>
          </Tile>
        </Show>
        <Show when={total().heard > 0}>
          <Tile
            name={told().heard}
            value={
              <Behind leading={leading()} event="heard" count={total().heard}>
                {countText(total().heard)}
              </Behind>
            }
          >
            {told().heardWhy}
          </Tile>
        </Show>
        <Show when={total().ratings.count > 0}>
          <Tile name={told().satisfaction} value={told().ofFive(scoreText(total().ratings))}>
            <Behind leading={leading()} event="rated" count={total().ratings.count}>
              {told().ratings(total().ratings.count)}
            </Behind>
          </Tile>
        </Show>
        <Show when={total().handoff.offered > 0}>
          <Tile name={told().arrived} value={percentText(arrivalRate(total()))}>
            <Behind leading={leading()} event="handoff.signed-in" count={total().handoff["signed-in"]}>
              {told().arrivedOf(total().handoff["signed-in"], total().handoff.offered)}
            </Behind>
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

/** What was late, where something was. */
const Late = (props: { leading: Leading; event: Happening; count: number }) => (
  <Show when={props.count > 0}>
    {" · "}
    <Behind {...props}>{reportWords.words().late(props.count)}</Behind>
  </Show>
);

const Tile = (props: { name: string; value: JSX.Element; rate?: number | undefined; children: JSX.Element }) => (
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
