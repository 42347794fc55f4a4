import { For, Show } from "solid-js";
import { isMac } from "../ui/platform.ts";
import { type Chord, keyNames } from "./key-model.ts";

/** A chord as keys. */
export const KeyNames = (props: { chord: Chord | undefined }) => (
  <Show when={props.chord}>
    {(chord) => (
      <span class="key-names">
        <For each={keyNames(chord(), isMac())}>{(key) => <kbd>{key}</kbd>}</For>
      </span>
    )}
  </Show>
);
