import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { Board, Trend } from "../../data/wallboard/types.ts";
import { words } from "../../language/index.ts";
import { Select } from "../../ui/select.tsx";
import { clockText, durationText } from "../../ui/time-model.ts";
import { hourPath } from "./behind-model.ts";
import { Chart } from "./chart.tsx";
import { breachShare, paceOf } from "./model.ts";
import { wallboardWords } from "./words.ts";

/** How long customers waited for the first answer and how many promises broke, hour by hour: as a chart or as a table. */
const TrendPanel = (props: { trend: Trend; teams: Board["teams"] }) => {
  const [team, setTeam] = createSignal<string>();
  const [isTable, setTable] = createSignal(false);
  const rows = createMemo(() =>
    props.trend.hours.map((hour) => ({ startedAt: hour.startedAt, ...paceOf(hour, team()) })),
  );
  const [chosen, setChosen] = createSignal<string>();
  const isEmpty = () => rows().every(({ answered, broken }) => answered + broken === 0);
  /** The one that was pressed on the chart; else the last that tells anything: one that has only begun may not yet. */
  const current = () =>
    rows().find(({ startedAt }) => startedAt === chosen()) ??
    rows().findLast(({ answered, broken }) => answered + broken > 0);
  const where = () => ({ team: team(), timeZone: props.trend.timeZone });
  const duration = (seconds: number | null | undefined) =>
    seconds == null ? wallboardWords.words().trend.none : durationText(seconds * 1000, words().code);
  const share = () => {
    const pace = current();
    const percent = pace === undefined ? null : breachShare(pace);
    return percent === null ? wallboardWords.words().trend.none : `${percent} %`;
  };
  return (
    <section class="panel" aria-labelledby="wall-trend">
      <header class="panel-head">
        <h2 id="wall-trend">{wallboardWords.words().trend.title}</h2>
        <Show when={props.teams.length > 1}>
          <Select
            label={wallboardWords.words().trend.team}
            options={[
              ["", wallboardWords.words().trend.every],
              ...props.teams.map(({ id, name }) => [id, name] as const),
            ]}
            value={team() ?? ""}
            choose={(id) => setTeam(id || undefined)}
          />
        </Show>
        <button type="button" class="button quiet small" aria-pressed={isTable()} onClick={() => setTable(!isTable())}>
          {isTable() ? wallboardWords.words().trend.chart : wallboardWords.words().trend.table}
        </button>
      </header>
      <dl class="trend-now">
        <div data-series="half">
          <dt>{wallboardWords.words().trend.half}</dt>
          <dd>{duration(current()?.p50Seconds)}</dd>
        </div>
        <div data-series="most">
          <dt>{wallboardWords.words().trend.most}</dt>
          <dd>{duration(current()?.p90Seconds)}</dd>
        </div>
        <div data-series="share">
          <dt>{wallboardWords.words().trend.share}</dt>
          <dd>{share()}</dd>
        </div>
      </dl>
      <Show when={current()}>
        {(hour) => (
          <p class="quiet-text trend-when">
            {wallboardWords.words().trend.from(clockText(hour().startedAt))}{" "}
            <Counted kind="kept" hour={hour()} where={where()}>
              {wallboardWords.words().trend.keptCount(hour().kept)}
            </Counted>
            {" · "}
            <Counted kind="broken" hour={hour()} where={where()}>
              {wallboardWords.words().trend.brokenCount(hour().broken)}
            </Counted>
          </p>
        )}
      </Show>
      <Show when={!isEmpty()} fallback={<p class="state quiet-text">{wallboardWords.words().trend.empty}</p>}>
        <Show when={isTable()} fallback={<Chart rows={rows()} label={label(duration, current())} choose={setChosen} />}>
          <PaceTable rows={rows()} duration={duration} where={where()} />
        </Show>
      </Show>
    </section>
  );
};

type Row = ReturnType<typeof paceOf> & { startedAt: string };
type Where = { team: string | undefined; timeZone: string };
type CountedProps = { kind: "kept" | "broken"; hour: Row; where: Where; children: JSX.Element };

/** How many promises of an hour; they lead to their conversations. */
const Counted = (props: CountedProps) => (
  <Show when={props.hour[props.kind] > 0} fallback={props.children}>
    <a class="behind" href={hourPath(props.hour.startedAt, `${props.kind}.first-response`, props.where)}>
      {props.children}
    </a>
  </Show>
);

type Say = (seconds: number | null | undefined) => string;

const PROMISES = ["kept", "broken"] as const;

const label = (duration: Say, row: Row | undefined): string =>
  wallboardWords.words().trend.chartLabel(duration(row?.p50Seconds), duration(row?.p90Seconds));

const PaceTable = (props: { rows: Row[]; duration: Say; where: Where }) => (
  // It is longer than the panel: who has no finger scrolls it with the keyboard.
  <section class="trend-table" aria-label={wallboardWords.words().trend.title} tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">{wallboardWords.words().trend.hour}</th>
          <th scope="col">{wallboardWords.words().trend.answered}</th>
          <th scope="col">{"p50"}</th>
          <th scope="col">{"p90"}</th>
          <th scope="col">{wallboardWords.words().trend.kept}</th>
          <th scope="col">{wallboardWords.words().trend.broken}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows.toReversed()}>
          {(row) => (
            <tr>
              <th scope="row">{clockText(row.startedAt)}</th>
              <td>{row.answered}</td>
              <td>{props.duration(row.p50Seconds)}</td>
              <td>{props.duration(row.p90Seconds)}</td>
              <For each={PROMISES}>
                {(kind) => (
                  <td>
                    <Counted kind={kind} hour={row} where={props.where}>
                      {row[kind]}
                    </Counted>
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </section>
);

export default TrendPanel;
