import { For, Show } from "solid-js";
import { ApiFault } from "../../data/api-fault.ts";
import type { Progress, Refused } from "../../data/care/bulk.ts";
import type { List } from "../../data/inbox/list.ts";
import { words } from "../../language/index.ts";
import { contactName } from "../../ui/contact-name.ts";
import { refusalsOf } from "./refusal-model.ts";
import { narrowWords } from "./words.ts";

/** Of each reason as many are named; more than these are counted. */
const TOLD = 5;

/** How far it is and, once it is over, what was refused and why. */
export const BulkOutcome = (props: { progress: Progress; list: List }) => {
  const say = () => narrowWords.words().bulk;
  const reason = ({ fault }: Refused) =>
    fault instanceof ApiFault ? (fault.problem?.detail ?? words().problem[fault.kind]) : words().problem.broken;
  const refusals = () => refusalsOf(props.progress.refused, reason);
  const name = (id: string) => {
    const card = props.list.card(id);
    return card ? contactName(card) : words().list.unknownContact;
  };
  return (
    <div class="bulk-outcome">
      <Show
        when={props.progress.isOver}
        fallback={
          <label class="bulk-progress">
            <span>{say().underWay(props.progress.done, props.progress.total)}</span>
            <progress value={props.progress.done} max={props.progress.total} />
          </label>
        }
      >
        <p role="status">{say().over(props.progress.done - props.progress.refused.length, props.progress.total)}</p>
      </Show>
      <Show when={props.progress.refused.length > 0}>
        <ul class="bulk-refused" role="alert">
          <For each={refusals()}>
            {(refusal) => (
              <li>
                <strong>{refusal.ids.slice(0, TOLD).map(name).join(", ")}</strong>{" "}
                <Show when={refusal.ids.length > TOLD}>
                  <strong>{say().more(refusal.ids.length - TOLD)}</strong>{" "}
                </Show>
                <span>{refusal.reason}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
};
