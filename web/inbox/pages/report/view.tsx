import { useSearchParams } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { BREAKDOWNS, createReportApi, type Question } from "../../data/report/api.ts";
import { words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { State } from "../../ui/state.tsx";
import { todayIn } from "../../ui/time-model.ts";
import { Choice } from "./choice.tsx";
import { Export } from "./export.tsx";
import { isEmpty, questionOf } from "./model.ts";
import { Summary } from "./summary.tsx";
import { GroupTable } from "./table.tsx";
import { SecureWayTable } from "./way.tsx";
import { reportWords } from "./words.ts";
import "../../style/report.css";

/** What was promised and kept, by period; an agent's own work for an agent. */
const ReportPage = () => {
  const desk = useDesk();
  const api = createReportApi(desk.api.http);
  const [search, setSearch] = useSearchParams();
  const question = createMemo(() => questionOf(search, todayIn(desk.me.entity.timeZone)), undefined, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  const isPossible = () => question().from <= question().to;
  const read = createRead(
    (asked: Question) => api.report(asked),
    () => isPossible() && question(),
  );
  return (
    <Page
      title={words().section.reports}
      lead={desk.can("read-reports") ? reportWords.words().lead : reportWords.words().own}
      tools={<Export api={api} question={question()} isPossible={isPossible()} />}
      isBusy={read.isBusy()}
    >
      <Choice
        question={question()}
        breakdowns={desk.can("read-reports") ? BREAKDOWNS : BREAKDOWNS.filter((each) => each !== "agent")}
        change={(changed) => setSearch(changed, { replace: true })}
      />
      <Show when={isPossible()} fallback={<State text={reportWords.words().badDays} problem />}>
        <Loaded read={read} failed={reportWords.words().failed} bone={<Skeleton />}>
          {(told) => (
            <Show when={!isEmpty(told().total)} fallback={<State text={reportWords.words().empty} />}>
              <Summary report={told()} question={question()} />
              <GroupTable report={told()} question={question()} />
              <Show when={!told().isOwn && told().total.handoff.offered > 0}>
                <SecureWayTable report={told()} question={question()} />
              </Show>
            </Show>
          )}
        </Loaded>
      </Show>
    </Page>
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
