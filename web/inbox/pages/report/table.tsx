import { For, Show } from "solid-js";
import type { Channel } from "../../data/api-types.ts";
import type { Happening } from "../../data/inbox/happening.ts";
import type { Breakdown, Figures } from "../../data/report/api.ts";
import { language, words } from "../../language/index.ts";
import { Behind, type Leading } from "./behind.tsx";
import type { Group } from "./behind-model.ts";
import { closedCount, keptRate } from "./model.ts";
import { countText, percentText, secondsText } from "./text.ts";
import { WideTable } from "./wide-table.tsx";
import { reportWords } from "./words.ts";

/** Every group with its figures; the bars show where the work lies. */
export const GroupTable = (props: Leading) => {
  const most = () => Math.max(1, ...props.report.groups.map(({ figures }) => sizeOf(figures)));
  const hasOthers = () => props.report.groups.some(({ key }) => props.report.by === "agent" && key === "others");
  const told = () => reportWords.words();
  const leading = (): Leading => ({ report: props.report, question: props.question });
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
                <Cells
                  leading={leading()}
                  figures={figures}
                  name={name ?? nameOf(props.report.by, key)}
                  group={{ by: props.report.by, key }}
                />
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{told().total}</th>
            <Cells leading={leading()} figures={props.report.total} name={told().total} />
          </tr>
        </tfoot>
      </WideTable>
      <Show when={hasOthers()}>
        <p class="quiet-text">{told().othersWhy}</p>
      </Show>
    </div>
  );
};

type CellsProps = { leading: Leading; figures: Figures; name: string; group?: Group };

const Cells = (props: CellsProps) => (
  <For each={cellsOf(props.figures)}>
    {({ column, count, event, text }) => (
      <td>
        <Show when={event} fallback={text}>
          {(happening) => (
            <Behind
              leading={props.leading}
              event={happening()}
              count={count ?? 0}
              group={props.group}
              name={`${props.name}, ${reportWords.words().columns[column]}`}
            >
              {text}
            </Behind>
          )}
        </Show>
      </td>
    )}
  </For>
);

type Cell = {
  column: keyof ReturnType<typeof reportWords.words>["columns"];
  text: string;
  /** What it counts, where it counts something that happened to conversations. */
  event?: Happening;
  count?: number;
};

/** In the order of the columns. */
const cellsOf = (figures: Figures): readonly Cell[] => {
  const counted = (column: Cell["column"], event: Happening, count: number): Cell => ({
    column,
    event,
    count,
    text: countText(count),
  });
  const first = figures.promises["first-response"];
  const { business, customer } = figures.firstResponse;
  return [
    counted("opened", "opened", figures.opened),
    counted("received", "received", figures.received),
    counted("sent", "sent.byPeople", figures.sent.byPeople),
    { column: "kept", text: percentText(keptRate(first)) },
    counted("late", "broken.first-response", first.broken),
    { column: "p50", text: secondsText(business.p50Seconds) },
    { column: "p90", text: secondsText(business.p90Seconds) },
    { column: "waited", text: secondsText(customer.p50Seconds) },
    counted("closed", "closed", closedCount(figures)),
    counted("reopened", "reopened", figures.reopened),
    { column: "work", text: secondsText(figures.workSeconds) },
  ];
};

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
