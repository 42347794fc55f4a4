import { useSearchParams } from "@solidjs/router";
import { createMemo, createResource, Match, onMount, Show, Switch } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { BREAKDOWNS, createReportApi, type Question } from "../../data/report/api.ts";
import { words } from "../../language/index.ts";
import { State } from "../../ui/state.tsx";
import { Choice } from "./choice.tsx";
import { Export } from "./export.tsx";
import { isEmpty, questionOf } from "./model.ts";
import { Summary } from "./summary.tsx";
import { GroupTable } from "./table.tsx";
import { reportWords } from "./words.ts";
import "../../style/report.css";

/** What was promised and kept, by period; an agent's own work for an agent. */
const ReportPage = () => {
  const desk = useDesk();
  const api = createReportApi(desk.api.http);
  const [search, setSearch] = useSearchParams();
  const question = createMemo(() => questionOf(search, new Date().toLocaleDateString("sv")), undefined, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  const isPossible = () => question().from <= question().to;
  const [report, { refetch }] = createResource(
    () => isPossible() && question(),
    async (asked: Question) => {
      try {
        return await api.report(asked);
      } catch (fault) {
        desk.report(fault);
        throw fault;
      }
    },
  );
  const known = () => (report.state === "errored" ? undefined : report.latest);
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  return (
    <section class="report" aria-labelledby="report-title" aria-busy={report.loading}>
      <header class="report-head">
        <div>
          <h1 id="report-title" tabindex="-1" ref={(element) => (heading = element)}>
            {words().section.reports}
          </h1>
          <p class="quiet-text">{desk.can("read-reports") ? reportWords.words().lead : reportWords.words().own}</p>
        </div>
        <Export api={api} question={question()} isPossible={isPossible()} />
      </header>
      <Choice
        question={question()}
        breakdowns={desk.can("read-reports") ? BREAKDOWNS : BREAKDOWNS.filter((each) => each !== "agent")}
        change={(changed) => setSearch(changed, { replace: true })}
      />
      <Switch fallback={<Skeleton />}>
        <Match when={!isPossible()}>
          <State text={reportWords.words().badDays} problem />
        </Match>
        <Match when={report.state === "errored"}>
          <State text={reportWords.words().failed} problem>
            <button type="button" class="button" onClick={() => void refetch()}>
              {words().retry}
            </button>
          </State>
        </Match>
        <Match when={known()}>
          {(told) => (
            <Show when={!isEmpty(told().total)} fallback={<State text={reportWords.words().empty} />}>
              <Summary report={told()} />
              <GroupTable report={told()} />
            </Show>
          )}
        </Match>
      </Switch>
    </section>
  );
};

const Skeleton = () => (
  <div class="report-tiles" aria-hidden="true">
    <div class="report-tile bone" />
    <div class="report-tile bone" />
    <div class="report-tile bone" />
    <div class="report-tile bone" />
  </div>
);

export default ReportPage;
