import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { type Hold, retentionApi } from "../../data/retention/api.ts";
import { language, words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { momentText } from "../../ui/time-model.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { conversationPath } from "../frame/model.ts";
import { holderName } from "../list/model.ts";
import { retentionWords } from "./words.ts";

/** What is held, and compliance's way to let it go. */
export const Holds = () => {
  const desk = useDesk();
  const say = () => retentionWords.words().holds;
  const api = retentionApi(desk.api);
  const read = createRead(api.holds);
  const [news, setNews] = createSignal("");
  const { attempt, dismiss, fault } = createAttempt();
  const lift = async (hold: Hold) => {
    setNews("");
    if (!(await attempt(() => api.lift(hold.id)))) return;
    setNews(say().lifted);
    await read.again();
  };
  return (
    <section aria-labelledby="holds-title">
      <h2 id="holds-title">{say().title}</h2>
      <p class="quiet-text">{say().lead}</p>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      <Loaded read={read} failed={say().failed}>
        {(known) => (
          <Show when={known().items.length > 0} fallback={<p class="quiet-text">{say().none}</p>}>
            <HoldTable holds={known().items} lift={desk.can("hold") ? (hold) => void lift(hold) : undefined} />
          </Show>
        )}
      </Loaded>
      <p role="status">{news()}</p>
    </section>
  );
};

const HoldTable = (props: { holds: readonly Hold[]; lift: ((hold: Hold) => void) | undefined }) => {
  const desk = useDesk();
  const say = () => retentionWords.words().holds;
  return (
    <section class="redaction-table" aria-label={say().title} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">{say().reference}</th>
            <th scope="col">{say().of}</th>
            <th scope="col">{say().by}</th>
            <th scope="col">{say().at}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          <For each={props.holds}>
            {(hold) => (
              <tr>
                <th scope="row">{hold.reference}</th>
                <td>
                  <A href={conversationPath(hold.conversationId, { view: "closed" })}>{say().ofs[hold.of]}</A>
                </td>
                <td>{holderName(hold.by, desk.agents(), desk.me.agent.id, words())}</td>
                <td>{momentText(hold.at, language())}</td>
                <td>
                  <Show when={props.lift}>
                    {(lift) => (
                      <button
                        type="button"
                        class="button small"
                        aria-label={`${say().lift} ${hold.reference}`}
                        onClick={() => lift()(hold)}
                      >
                        {say().lift}
                      </button>
                    )}
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
};
