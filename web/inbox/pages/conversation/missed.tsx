import { For, Show } from "solid-js";
import { words } from "../../language/index.ts";
import { readable } from "../../language/label.ts";
import { WarningIcon } from "../../ui/icon.tsx";
import { sendKeys } from "../../ui/platform.ts";
import type { Composing } from "./composing.ts";

/** The customer wrote while the answer was written: what came, and how it is sent anyway. */
export const Missed = (props: { composing: Composing }) => (
  <Show when={!props.composing.isNote() && props.composing.missed().length > 0}>
    <div class="missed" role="alert">
      <p class="missed-title">
        <WarningIcon />
        <strong>{words().composer.missed}</strong>
      </p>
      <ul>
        <For each={props.composing.missed()}>
          {(message) => <li>{readable(message.text) || words().message.noText}</li>}
        </For>
      </ul>
      <p class="quiet-text">{words().composer.sendAnyway(sendKeys().join(" "))}</p>
    </div>
  </Show>
);
