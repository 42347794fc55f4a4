import { createSignal, For, Show } from "solid-js";
import { states } from "#core/template/shape";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { createReplyApi, type Template } from "../../data/reply/api.ts";
import { words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { State } from "../../ui/state.tsx";
import { replyWords } from "../conversation/reply-words.ts";
import { Editor } from "./editor.tsx";
import { currentOf, shownOf } from "./model.ts";
import { Signs } from "./signs.tsx";
import { templateWords } from "./words.ts";
import "../../style/desk-page.css";
import "../../style/reply.css";

/** The library: what is approved, what waits for review, and the desk where one is written. */
const TemplatePage = () => {
  const desk = useDesk();
  const api = createReplyApi(desk.api.http);
  const say = templateWords.words;
  const read = createRead(async () => {
    await replyWords.load();
    return (await api.templates()).items;
  });
  const [open, setOpen] = createSignal<Template | "new">();
  const [wanted, setWanted] = createSignal({ query: "", state: "" });
  let heading: HTMLHeadingElement | undefined;
  const close = () => {
    setOpen(undefined);
    void read.again();
    queueMicrotask(() => heading?.focus());
  };
  return (
    <Page
      class="narrow"
      title={words().section.templates}
      lead={say().lead}
      isBusy={read.isBusy()}
      heading={(element) => (heading = element)}
    >
      <Loaded read={read} failed={say().failed}>
        {(items) => (
          <Show
            when={open()}
            fallback={
              <>
                <div class="desk-buttons">
                  <input
                    class="input"
                    type="search"
                    aria-label={say().search}
                    placeholder={say().search}
                    value={wanted().query}
                    onInput={(event) => setWanted({ ...wanted(), query: event.currentTarget.value })}
                  />
                  <select
                    class="select"
                    aria-label={say().every}
                    value={wanted().state}
                    onChange={(event) => setWanted({ ...wanted(), state: event.currentTarget.value })}
                  >
                    <option value="">{say().every}</option>
                    <For each={states}>{(state) => <option value={state}>{say().state[state]}</option>}</For>
                  </select>
                  <button type="button" class="button primary" onClick={() => setOpen("new")}>
                    {say().create}
                  </button>
                </div>
                <Library items={shownOf(items(), wanted())} open={setOpen} />
              </>
            }
          >
            {(template) => <Editor template={template()} api={api} changed={setOpen} close={close} />}
          </Show>
        )}
      </Loaded>
    </Page>
  );
};

const Library = (props: { items: Template[]; open: (template: Template) => void }) => {
  const say = templateWords.words;
  return (
    <Show when={props.items.length > 0} fallback={<State {...say().empty} />}>
      <ul class="desk-list">
        <For each={props.items}>
          {(template) => (
            <li>
              <button type="button" class="template-row" onClick={() => props.open(template)}>
                <span>
                  <strong lang={currentOf(template)?.content.language}>{currentOf(template)?.content.name}</strong>
                  {" · "}
                  {replyWords.words().topics[currentOf(template)?.content.topic ?? "other"]}
                  {" · "}
                  {say().languages[currentOf(template)?.content.language ?? "fr"]}
                </span>
                <span>
                  <span class="quiet-text">{say().used(template.use.used, template.use.changed)} </span>
                  <Signs template={template} />
                </span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};

export default TemplatePage;
