import { createSignal, onMount, Show } from "solid-js";
import type { Page } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { type MarkReport, redactionApi } from "../../data/redaction/api.ts";
import { language, words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { shortMomentText } from "../../ui/time-model.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { Table } from "./table.tsx";
import { redactionWords } from "./words.ts";

/** What agents called no personal data, by rule: for who maintains the rules. No word of a message is here. */
export const Reports = () => {
  const desk = useDesk();
  const say = () => redactionWords.words().reports;
  const [reports, setReports] = createSignal<Page<MarkReport>>();
  const { attempt, dismiss, fault } = createAttempt();
  onMount(() => void attempt(async () => setReports(await redactionApi(desk.api).reports())));
  return (
    <div class="redaction-part">
      <h2>{say().title}</h2>
      <p class="quiet-text">{say().lead}</p>
      <Show when={reports()}>
        {(known) => (
          <Show when={known().items.length > 0} fallback={<p>{say().none}</p>}>
            <Table
              name={say().title}
              heads={[redactionWords.words().kind, redactionWords.words().rule, say().count, say().last]}
              rows={known().items.map(({ count, kind, lastAt, rule }) => [
                words().mark.names[kind] ?? kind,
                rule,
                String(count),
                shortMomentText(lastAt, now(), language()),
              ])}
            />
          </Show>
        )}
      </Show>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
    </div>
  );
};
