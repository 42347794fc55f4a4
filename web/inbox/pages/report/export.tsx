import { createSignal, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import type { createReportApi, Question } from "../../data/report/api.ts";
import { saveFile } from "../../ui/save-file.ts";
import { reportWords } from "./words.ts";

type Props = { api: ReturnType<typeof createReportApi>; question: Question; isPossible: boolean };

/** The ways out: a file for a spreadsheet, and paper. */
export const Export = (props: Props) => {
  const desk = useDesk();
  const [isBusy, setBusy] = createSignal(false);
  const [hasFailed, setFailed] = createSignal(false);
  const save = async () => {
    setBusy(true);
    setFailed(false);
    try {
      const { by, from, to } = props.question;
      saveFile(await props.api.csv(props.question), `guichet-${from}-${to}-${by}.csv`);
    } catch (fault) {
      desk.report(fault);
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="report-export">
      <button type="button" class="button" disabled={isBusy() || !props.isPossible} onClick={() => void save()}>
        {reportWords.words().csv}
      </button>
      <button type="button" class="button" onClick={() => print()}>
        {reportWords.words().print}
      </button>
      <div role="status">
        <Show when={hasFailed()}>
          <p class="report-problem">{reportWords.words().csvFailed}</p>
        </Show>
      </div>
    </div>
  );
};
