import { For, Show } from "solid-js";
import { words } from "../../language/index.ts";
import { FORMATS, wrapped } from "./composer-model.ts";
import type { Composing } from "./composing.ts";

/** Bold and the like, on the one channel that shows them. */
export const Formats = (props: { composing: Composing }) => {
  const wrap = (sign: string) => {
    const { end, start } = props.composing.selection();
    props.composing.insert(wrapped(props.composing.text().slice(start, end), sign));
  };
  return (
    <Show when={props.composing.card().channel === "whatsapp" && !props.composing.isNote()}>
      <For each={FORMATS}>
        {({ name, sign }) => (
          <button
            type="button"
            class="button quiet icon-only small format"
            data-format={name}
            aria-label={words().composer.format[name]}
            title={words().composer.format[name]}
            onClick={() => wrap(sign)}
          >
            <span aria-hidden="true">{words().composer.formatSign[name]}</span>
          </button>
        )}
      </For>
    </Show>
  );
};
