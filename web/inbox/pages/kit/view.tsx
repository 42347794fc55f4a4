import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { createReplyApi, type Kit, type Standing } from "../../data/reply/api.ts";
import { isOvertaken } from "../../data/settings.ts";
import { language, words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { dateText, momentText } from "../../ui/time-model.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { Editor } from "./editor.tsx";
import { spokenOf, toneOf } from "./model.ts";
import { People } from "./people.tsx";
import { kitWords } from "./words.ts";
import "../../style/desk-page.css";

/** The bank's charter, its approved facts, what is to be learned, and how one stands. */
const KitPage = () => {
  const desk = useDesk();
  const api = createReplyApi(desk.api.http);
  const say = kitWords.words;
  const read = createRead(() => api.kit());
  const [editing, setEditing] = createSignal(false);
  const { attempt, dismiss, fault } = createAttempt();
  const change = async (work: () => Promise<unknown>) => {
    const isDone = await attempt(work);
    if (isDone) setEditing(false);
    if (isDone || isOvertaken(fault())) await read.again();
  };
  return (
    <Page class="narrow" title={words().section.kit} lead={say().lead} isBusy={read.isBusy()}>
      <Show when={fault()}>{(error) => <Trouble ofSettings fault={error()} dismiss={dismiss} />}</Show>
      <Loaded read={read} failed={say().failed}>
        {(now) => (
          <Show
            when={!editing()}
            fallback={
              <Editor
                kit={now().kit}
                save={(kit) => void change(() => api.saveKit(kit))}
                cancel={() => setEditing(false)}
              />
            }
          >
            <Show when={desk.can("manage-kit")}>
              <div class="desk-buttons">
                <button type="button" class="button" onClick={() => setEditing(true)}>
                  {say().edit}
                </button>
              </div>
            </Show>
            <Charter {...now()} accept={(version) => void change(() => api.accept(version))} />
            <Facts kit={now().kit} />
            <Trainings {...now()} />
            <Help />
            <Show when={desk.can("record-training")}>
              <People kit={now().kit} api={api} />
            </Show>
          </Show>
        )}
      </Loaded>
    </Page>
  );
};

const Charter = (props: { kit: Kit; mine: Standing; accept: (version: number) => void }) => {
  const say = kitWords.words;
  return (
    <section aria-labelledby="kit-charter">
      <h2 id="kit-charter">{say().parts.charter}</h2>
      <Show when={props.kit.charter} fallback={<p class="quiet-text">{say().noCharter}</p>}>
        {(charter) => (
          <>
            <div class="charter-text">{charter()[spokenOf(language())]}</div>
            <div class="desk-buttons">
              <span class="quiet-text">{say().version(charter().version)}</span>
              <Show
                when={!props.mine.accepted}
                fallback={
                  <span class="desk-badge" data-tone="good">
                    {say().accepted(momentText(props.mine.charterAt ?? "", language()))}
                  </span>
                }
              >
                <span class="desk-badge" data-tone="risk">
                  {say().notAccepted}
                </span>
                <button type="button" class="button primary" onClick={() => props.accept(charter().version)}>
                  {say().accept}
                </button>
              </Show>
            </div>
          </>
        )}
      </Show>
    </section>
  );
};

const Facts = (props: { kit: Kit }) => {
  const say = kitWords.words;
  return (
    <div>
      <h2 id="kit-facts">{say().parts.facts}</h2>
      <Show when={props.kit.facts.length > 0} fallback={<p class="quiet-text">{say().noFacts}</p>}>
        <section class="desk-table" aria-labelledby="kit-facts" tabindex="0">
          <table>
            <thead>
              <tr>
                <th scope="col">{say().fact.label}</th>
                <th scope="col">{say().fact.value}</th>
                <th scope="col">{say().fact.kind}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.kit.facts}>
                {(fact) => (
                  <tr>
                    <th scope="row">{fact.label[spokenOf(language())]}</th>
                    <td>{fact.value[spokenOf(language())]}</td>
                    <td>{say().kinds[fact.kind]}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </Show>
    </div>
  );
};

const Trainings = (props: { kit: Kit; mine: Standing }) => {
  const desk = useDesk();
  const say = kitWords.words;
  const mineOf = (id: string) => props.mine.trainings.find(({ trainingId }) => trainingId === id);
  return (
    <section aria-labelledby="kit-trainings">
      <h2 id="kit-trainings">{say().parts.trainings}</h2>
      <Show when={props.kit.trainings.length > 0} fallback={<p class="quiet-text">{say().noTrainings}</p>}>
        <ul class="desk-list">
          <For each={props.kit.trainings}>
            {({ byPractice, id, title }) => (
              <li>
                <Show when={byPractice && desk.can("reply")} fallback={title[spokenOf(language())]}>
                  <A href="/practice">{title[spokenOf(language())]}</A>
                </Show>{" "}
                <span class="desk-badge" data-tone={toneOf(mineOf(id)?.state)}>
                  {say().standing[mineOf(id)?.state ?? "missing"]}{" "}
                  <Show when={mineOf(id)?.until}>{(until) => say().until(dateText(until(), language()))}</Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};

const Help = () => (
  <section aria-labelledby="kit-help">
    <h2 id="kit-help">{kitWords.words().help.title}</h2>
    <ol>
      <For each={kitWords.words().help.steps}>{(step) => <li>{step}</li>}</For>
    </ol>
  </section>
);

export default KitPage;
