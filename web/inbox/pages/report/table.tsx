import { For, Show } from "solid-js";
import type { Channel } from "../../data/api-types.ts";
import type { Breakdown, Figures, Report } from "../../data/report/api.ts";
import { language, words } from "../../language/index.ts";
import { closedCount, keptRate } from "./model.ts";
import { countText, percentText, secondsText } from "./text.ts";
import { WideTable } from "./wide-table.tsx";
import { reportWords } from "./words.ts";

/** Every group with its figures; the bars show where the work lies. */
export const GroupTable = (props: { report: Report }) => {
  const most = () => Math.max(1, ...props.report.groups.map(({ figures }) => sizeOf(figures)));
  const hasOthers = () => props.report.groups.some(({ key }) => props.report.by === "agent" && key === "others");
  const told = () => reportWords.words();
  return (
    <div class="report-groups">
      <h2>{told().groups}</h2>
      <WideTable name={told().groups} columns={{ ...told().columns, group: told().breakdowns[props.report.by] }}>
        <tbody>
          <For each={props.report.groups}>
            {({ figures, key, name }) => (
              <tr>
                <th scope="row">
                  <span>{name ?? nameOf(props.report.by, key)}</span>
                  <progress aria-hidden="true" max={most()} value={sizeOf(figures)} />
                </th>
                <Cells figures={figures} />
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{told().total}</th>
            <Cells figures={props.report.total} />
          </tr>
        </tfoot>
      </WideTable>
      <Show when={hasOthers()}>
        <p class="quiet-text">{told().othersWhy}</p>
      </Show>
    </div>
  );
};

const Cells = (props: { figures: Figures }) => <For each={cellsOf(props.figures)}>{(cell) => <td>{cell}</td>}</For>;

const cellsOf = (figures: Figures): readonly string[] => [
  countText(figures.opened),
  countText(figures.received),
  countText(figures.sent.byPeople),
  percentText(keptRate(figures.promises["first-response"])),
  secondsText(figures.firstResponse.business.p50Seconds),
  secondsText(figures.firstResponse.business.p90Seconds),
  secondsText(figures.firstResponse.customer.p50Seconds),
  countText(closedCount(figures)),
  countText(figures.reopened),
  secondsText(figures.workSeconds),
];

const sizeOf = (figures: Figures): number => figures.received + figures.sent.byPeople;

const nameOf = (by: Breakdown, key: string): string => {
  switch (by) {
    case "day":
      return new Intl.DateTimeFormat(language() === "en" ? "en-GB" : language(), {
        weekday: "short",
        day: "numeric",
        month: "short",
        timeZone: "UTC",
      }).format(new Date(`${key}T00:00:00Z`));
    case "weekday":
      return reportWords.words().weekdays[Number(key) - 1] ?? key;
    case "hour":
      return reportWords.words().hour(Number(key));
    case "channel":
      return words().channel[key as Channel] ?? key;
    case "topic":
      return (reportWords.words().topics as Readonly<Record<string, string>>)[key] ?? key;
    case "agent":
      return key === "others" ? reportWords.words().others : key;
    case "team":
      return key;
  }
};
