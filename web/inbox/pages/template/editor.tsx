import { For, onMount, Show } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import { authorOf } from "#core/template/shape";
import { readNotation } from "#core/template/text";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import type { Content, ReplyApi, Template, TemplateStep } from "../../data/reply/api.ts";
import { language } from "../../language/index.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { Fields } from "./fields.tsx";
import { History } from "./history.tsx";
import { blank, currentOf } from "./model.ts";
import { Preview } from "./preview.tsx";
import { Signs } from "./signs.tsx";
import { templateWords } from "./words.ts";

type Props = {
  template: Template | "new";
  api: ReplyApi;
  changed: (template: Template) => void;
  close: () => void;
};

/** One template: its words, what customers see on each channel, and the next step of its way. */
export const Editor = (props: Props) => {
  const say = templateWords.words;
  let title: HTMLHeadingElement | undefined;
  const begin = () => title?.focus();
  onMount(begin);
  const template = () => (props.template === "new" ? undefined : props.template);
  const current = () => (props.template === "new" ? undefined : currentOf(props.template));
  const [content, setContent] = createStore<Content>(structuredClone(unwrap(current()?.content ?? blank(language()))));
  const { attempt, dismiss, fault } = createAttempt();
  const kit = createRead(() => props.api.kit());
  const key = crypto.randomUUID();
  // What was pressed may not be there any more, and the sign beside the title says what became of it.
  const change = async (work: () => Promise<Template>) => {
    if (await attempt(async () => props.changed(await work()))) begin();
  };
  const save = () =>
    change(() => {
      const known = template();
      const written = { ...unwrap(content) };
      return known ? props.api.write(known, written) : props.api.create(written, key);
    });
  const step = (known: Template, next: TemplateStep) => change(() => props.api.step(known, next));
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
      <h2 class="template-title" tabindex="-1" ref={(element) => (title = element)}>
        <span>{current()?.content.name ?? say().create}</span>{" "}
        <Show when={template()}>{(known) => <Signs template={known()} />}</Show>
      </h2>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
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
      <Preview content={content} facts={kit.known()?.kit.facts ?? []} />
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
