import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { type Coming, retentionApi } from "../../data/retention/api.ts";
import { language } from "../../language/index.ts";
import { contactName } from "../../ui/contact-name.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { momentText } from "../../ui/time-model.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { conversationPath } from "../frame/model.ts";
import { retentionWords } from "./words.ts";

/** What is closed, and when its words are due to go. */
export const ComingErasures = () => {
  const desk = useDesk();
  const say = () => retentionWords.words().coming;
  const api = retentionApi(desk.api);
  const read = createRead(() => api.coming());
  const { attempt, dismiss, fault } = createAttempt();
  const more = (cursor: string) =>
    attempt(async () => {
      const next = await api.coming(cursor);
      read.change((before) => ({ ...next, items: [...before.items, ...next.items] }));
    });
  return (
    <section aria-labelledby="coming-title">
      <h2 id="coming-title">{say().title}</h2>
      <p class="quiet-text">{say().lead}</p>
      <Loaded read={read} failed={say().failed}>
        {(known) => (
          <>
            <Show when={known().items.length > 0} fallback={<p class="quiet-text">{say().none}</p>}>
              <ComingTable items={known().items} />
            </Show>
            <Show when={known().cursor}>
              {(cursor) => (
                <button type="button" class="button" onClick={() => void more(cursor())}>
                  {say().more}
                </button>
              )}
            </Show>
          </>
        )}
      </Loaded>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
    </section>
  );
};

const ComingTable = (props: { items: readonly Coming[] }) => {
  const desk = useDesk();
  const say = () => retentionWords.words().coming;
  const moment = (at: string | null) => (at === null ? "" : momentText(at, language()));
  const goes = ({ dueAt, onHold }: Coming) => {
    if (onHold) return say().held;
    if (desk.lacksTerm()) return say().unset;
    return dueAt === null ? say().waits : moment(dueAt);
  };
  return (
    <section class="redaction-table" aria-label={say().title} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">{say().conversation}</th>
            <th scope="col">{say().closed}</th>
            <th scope="col">{say().due}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.items}>
            {(item) => (
              <tr>
                <th scope="row">
                  <A href={conversationPath(item.card.id, { view: "closed" })}>{contactName(item.card)}</A>
                </th>
                <td>{moment(item.card.closedAt)}</td>
                <td>{goes(item)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
};
