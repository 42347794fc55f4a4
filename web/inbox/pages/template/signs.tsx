import { For, Show } from "solid-js";
import type { Template } from "../../data/reply/api.ts";
import { statesOf } from "./model.ts";
import { templateWords } from "./words.ts";

/** Where a template is on its way, and whether it may still be used. */
export const Signs = (props: { template: Template }) => {
  const say = templateWords.words;
  return (
    <>
      <For each={statesOf(props.template)}>
        {(state) => (
          <span
            class="desk-badge"
            data-tone={state === "approved" ? "good" : state === "in-review" ? "risk" : undefined}
          >
            {say().state[state]}
          </span>
        )}
      </For>
      <Show when={props.template.expired}>
        <span class="desk-badge" data-tone="breach">
          {say().expired}
        </span>
      </Show>
      <Show when={props.template.reviewDue}>
        <span class="desk-badge" data-tone="risk">
          {say().reviewDue}
        </span>
      </Show>
    </>
  );
};
