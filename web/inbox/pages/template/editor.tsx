import { createSignal, For, Show } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import { authorOf } from "#core/template/shape";
import { readNotation } from "#core/template/text";
import { useDesk } from "../../data/desk.ts";
import type { Content, ReplyApi, Template, TemplateStep } from "../../data/reply/api.ts";
import { language } from "../../language/index.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { Fields } from "./fields.tsx";
import { History } from "./history.tsx";
import { blank, currentOf } from "./model.ts";
import { Preview } from "./preview.tsx";
import { templateWords } from "./words.ts";

type Props = {
  template: Template | "new";
  api: ReplyApi;
  changed: (template: Template) => void;
  close: () => void;
};

/** One template: its words, what customers see on each channel, and the next step of its way. */
export const Editor = (props: Props) => {
  const desk = useDesk();
  const say = templateWords.words;
  const template = () => (props.template === "new" ? undefined : props.template);
  const current = () => (props.template === "new" ? undefined : currentOf(props.template));
  const [content, setContent] = createStore<Content>(structuredClone(unwrap(current()?.content ?? blank(language()))));
  const [fault, setFault] = createSignal<unknown>();
  const key = crypto.randomUUID();
  const attempt = async (work: () => Promise<Template>) => {
    setFault(undefined);
    try {
      props.changed(await work());
    } catch (error) {
      desk.report(error);
      setFault(() => error);
    }
  };
  const save = () =>
    attempt(() => {
      const known = template();
      const written = { ...unwrap(content) };
      return known ? props.api.write(known, written) : props.api.create(written, key);
    });
  const step = (known: Template, next: TemplateStep) => attempt(() => props.api.step(known, next));
  const isReadable = () =>
    readNotation(content.body).isValid && content.body.trim() !== "" && content.name.trim() !== "";
  const isChanged = () => JSON.stringify(content) !== JSON.stringify(current()?.content);
  return (
    <>
      <div class="desk-buttons">
        <button type="button" class="button" onClick={() => props.close()}>
          {say().back}
        </button>
      </div>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={() => setFault(undefined)} />}</Show>
      <form
        class="desk-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Fields content={content} change={setContent} />
        <div class="desk-buttons">
          <button type="submit" class="button primary" disabled={!isReadable() || !isChanged()}>
            {say().save}
          </button>
          <Show when={template()}>
            {(known) => <Steps template={known()} isChanged={isChanged()} step={(next) => void step(known(), next)} />}
          </Show>
        </div>
      </form>
      <Preview content={content} />
      <Show when={template()}>{(known) => <History template={known()} api={props.api} />}</Show>
    </>
  );
};

const Steps = (props: { template: Template; isChanged: boolean; step: (next: TemplateStep) => void }) => {
  const desk = useDesk();
  const say = templateWords.words;
  const isOwn = () => props.template.working !== null && authorOf(props.template.working) === desk.me.agent.id;
  const possible = (): TemplateStep[] => {
    const { approved, working } = props.template;
    if (props.isChanged) return [];
    const review: TemplateStep[] = desk.can("approve-templates") ? (isOwn() ? ["return"] : ["approve", "return"]) : [];
    return [
      ...(working?.state === "draft" ? (["submit"] as const) : []),
      ...(working?.state === "in-review" ? review : []),
      ...(approved ? (["retire"] as const) : []),
    ];
  };
  return (
    <>
      <For each={possible()}>
        {(next) => (
          <button type="button" class="button" onClick={() => props.step(next)}>
            {say().steps[next]}
          </button>
        )}
      </For>
      <Show when={props.template.working?.state === "in-review" && isOwn()}>
        <span class="quiet-text">{say().ownWork}</span>
      </Show>
    </>
  );
};
