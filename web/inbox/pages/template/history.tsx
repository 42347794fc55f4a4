import { For, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import type { ReplyApi, Template } from "../../data/reply/api.ts";
import { language } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { momentText } from "../../ui/time-model.ts";
import { Difference } from "../approval/difference.tsx";
import { approvalWords } from "../approval/words.ts";
import { versionsOf } from "./model.ts";
import { templateWords } from "./words.ts";

/** Every version: who did what to it and when, and what it changed in the one before. */
export const History = (props: { template: Template; api: ReplyApi }) => {
  const say = templateWords.words;
  const read = createRead(
    async ({ id }: Template) => {
      const [{ items }] = await Promise.all([props.api.versions(id), approvalWords.load()]);
      return items;
    },
    () => props.template,
  );
  const outcomes = () =>
    Object.entries(props.template.use.outcomes)
      .map(([outcome, count]) => `${count} ${say().outcomes[outcome] ?? outcome}`)
      .join(", ");
  return (
    <section class="desk-card" aria-labelledby="template-history">
      <h2 id="template-history">{say().history}</h2>
      <Loaded read={read} failed={say().historyFailed}>
        {(past) => (
          <ol class="desk-list" reversed>
            <For each={versionsOf(props.template, past())}>
              {({ before, version }) => (
                <li>
                  <strong>{say().version(version.number)}</strong> · {say().state[version.state]}
                  <Steps steps={version.steps} />
                  <Show when={before !== version.content.body}>
                    <details>
                      <summary>{before === undefined ? say().words : say().changes}</summary>
                      <div class="approval-text" lang={version.content.language}>
                        <Difference before={before ?? version.content.body} after={version.content.body} />
                      </div>
                    </details>
                  </Show>
                </li>
              )}
            </For>
          </ol>
        )}
      </Loaded>
      <h2>{say().use}</h2>
      <p>
        {say().used(props.template.use.used, props.template.use.changed)}
        <Show when={outcomes()}> · {outcomes()}</Show>
      </p>
    </section>
  );
};

const Steps = (props: { steps: NonNullable<Template["approved"]>["steps"] }) => {
  const desk = useDesk();
  const say = templateWords.words;
  const nameOf = (id: string) => (id === "starter-library" ? say().starter : desk.agentName(id));
  return (
    <ul>
      <For each={props.steps}>
        {({ at, by, did }) => (
          <li class="quiet-text">{say().step(say().did[did] ?? did, nameOf(by), momentText(at, language()))}</li>
        )}
      </For>
    </ul>
  );
};
