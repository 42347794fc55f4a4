import { createMemo, createSignal, For, Show } from "solid-js";
import type { Happening } from "../../data/inbox/happening.ts";
import type { Trend } from "../../data/wallboard/types.ts";
import { words } from "../../language/index.ts";
import { Select } from "../../ui/select.tsx";
import { weekHourPath } from "./behind-model.ts";
import { type HeatMode, heatRows } from "./model.ts";
import { wallboardWords } from "./words.ts";

/** What is counted of an hour, each of which leads to its conversations. */
const EVENTS = { begun: "opened", broken: "broken.first-response" } as const satisfies Record<HeatMode, Happening>;

/** Four weeks laid over one another: when customers write, and when promises break. */
export const Heat = (props: { trend: Trend }) => {
  const [mode, setMode] = createSignal<HeatMode>("begun");
  const rows = createMemo(() => heatRows(props.trend.heat, mode()));
  const modes: readonly HeatMode[] = ["begun", "broken"];
  return (
    <section class="panel" aria-labelledby="wall-heat">
      <header class="panel-head">
        <h2 id="wall-heat">{wallboardWords.words().heat.title}</h2>
        <span class="quiet-text">{wallboardWords.words().heat.lead(props.trend.weeks)}</span>
        <Select
          label={wallboardWords.words().heat.title}
          options={modes.map((each) => [each, wallboardWords.words().heat[each]])}
          value={mode()}
          choose={setMode}
        />
      </header>
      <section class="heat-scroll" aria-label={wallboardWords.words().heat[mode()]} tabindex="0">
        <table class="heat">
          <thead class="heat-head">
            <tr>
              <th scope="col">
                <span class="sr-only">{wallboardWords.words().heat.day}</span>
              </th>
              <For each={rows()[0]?.hours}>
                {({ hour }) => (
                  <th scope="col" data-minor={hour % 3 === 0 ? undefined : ""}>
                    {hour}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr>
                  <th scope="row" title={dayName(row.weekday, "long")}>
                    {dayName(row.weekday, "short")}
                  </th>
                  <For each={row.hours}>
                    {(cell) => <Cell {...cell} weekday={row.weekday} mode={mode()} trend={props.trend} />}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </section>
  );
};

type CellProps = {
  weekday: number;
  hour: number;
  level: number;
  value: number | null;
  mode: HeatMode;
  trend: Trend;
};

const Cell = (props: CellProps) => {
  const name = () => wallboardWords.words().heat.cell(dayName(props.weekday, "long"), props.hour, told(props.value));
  return (
    <td data-level={props.level} data-mode={props.mode} title={name()}>
      <Show when={props.value} fallback={<span>{told(props.value)}</span>}>
        <a href={weekHourPath(props, EVENTS[props.mode], props.trend, Date.now())} aria-label={name()}>
          {told(props.value)}
        </a>
      </Show>
    </td>
  );
};

const told = (value: number | null): string => (value === null ? wallboardWords.words().trend.none : String(value));

/** The first of January 2024 was a Monday. */
const dayName = (weekday: number, length: "short" | "long"): string =>
  new Intl.DateTimeFormat(words().code, { weekday: length, timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  );
