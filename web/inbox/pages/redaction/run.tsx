import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { type RedactionRun, redactionApi } from "../../data/redaction/api.ts";
import { words } from "../../language/index.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { Table } from "./table.tsx";
import { redactionWords } from "./words.ts";

const LOOK_AGAIN_MS = 1_500;

/** Today's rules over every stored message: tried first, as nothing that is taken out comes back. */
export const Run = () => {
  const desk = useDesk();
  const say = () => redactionWords.words().run;
  const [run, setRun] = createSignal<RedactionRun>();
  const { attempt, dismiss, fault } = createAttempt();
  const api = redactionApi(desk.api);
  const begin = (dryRun: boolean) => attempt(async () => setRun(await api.startRun(dryRun)));
  const isRunning = () => run()?.status === "running";
  const hasTried = () => run()?.status === "done" && run()?.dryRun === true;
  createEffect(() => {
    const { id, status } = run() ?? {};
    if (id === undefined || status !== "running") return;
    // Until it is known how it stands: a look that fails is not the last.
    const timer = setInterval(() => void attempt(async () => setRun(await api.run(id))), LOOK_AGAIN_MS);
    onCleanup(() => clearInterval(timer));
  });
  return (
    <section aria-labelledby="run-title">
      <h2 id="run-title">{say().title}</h2>
      <p class="quiet-text">{say().lead}</p>
      <div class="redaction-foot">
        <button type="button" class="button" disabled={isRunning()} onClick={() => void begin(true)}>
          {say().tryIt}
        </button>
        <Show when={hasTried() && (run()?.changed ?? 0) > 0}>
          <button type="button" class="button" onClick={() => void begin(false)}>
            {say().begin(run()?.changed ?? 0)}
          </button>
        </Show>
      </div>
      <div role="status">
        <Show when={run()}>{(known) => <p>{say().progress(known())}</p>}</Show>
      </div>
      <Show when={Object.keys(run()?.found ?? {}).length > 0}>
        <Table
          name={say().found}
          heads={[say().found, say().count]}
          rows={Object.entries(run()?.found ?? {}).map(([kind, count]) => [
            words().mark.names[kind] ?? kind,
            String(count),
          ])}
        />
      </Show>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
    </section>
  );
};
