import * as Dialog from "@kobalte/core/dialog";
import { createMemo, createSignal, For, onMount, Show } from "solid-js";
import { bringFocusBack } from "../ui/dialog/focus.ts";
import { keyOf } from "./binding.ts";
import { KeyNames } from "./keys.tsx";
import { findActions } from "./palette-model.ts";
import { type Action, canDo, registeredActions } from "./registry.ts";
import { actionWords } from "./words.ts";
import "../style/palette.css";

/** Everything that can be done here, by name. The focus goes back where it was, then it is done. */
const Palette = (props: { onClose: () => void }) => {
  const say = () => actionWords.words();
  bringFocusBack();
  // What is still being drawn behind it brings its actions along.
  const possible = createMemo(() =>
    registeredActions().filter((action) => action.id !== "page.palette" && canDo(action)),
  );
  const [asked, setAsked] = createSignal("");
  const [at, setAt] = createSignal(0);
  const found = createMemo(() => findActions(possible(), asked()));
  const chosen = () => found()[Math.min(at(), found().length - 1)];
  let field: HTMLInputElement | undefined;
  onMount(() => field?.focus());
  const run = (action: Action | undefined) => {
    if (!action) return;
    props.onClose();
    // Once the dialog has given the focus back.
    setTimeout(() => canDo(action) && action.run());
  };
  const move = (step: number) => {
    const { length } = found();
    if (length === 0) return;
    setAt((Math.min(at(), length - 1) + step + length) % length);
    queueMicrotask(() => document.getElementById(idOf(chosen()))?.scrollIntoView({ block: "nearest" }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    if (event.isComposing) return;
    event.preventDefault();
    if (step === undefined) run(chosen());
    else move(step);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="overlay" />
        <Dialog.Content class="palette" onOpenAutoFocus={(event) => event.preventDefault()}>
          <Dialog.Title class="sr-only">{say().palette.title}</Dialog.Title>
          <input
            class="palette-field"
            ref={(element) => (field = element)}
            role="combobox"
            aria-label={say().palette.field}
            aria-expanded="true"
            aria-controls="palette-actions"
            aria-activedescendant={idOf(chosen())}
            autocomplete="off"
            spellcheck={false}
            placeholder={say().palette.title}
            onInput={(event) => {
              setAsked(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <p class="sr-only" role="status">
            {say().palette.count(found().length)}
          </p>
          <Show when={found().length > 0} fallback={<p class="palette-nothing">{say().palette.nothing}</p>}>
            <div class="palette-actions" id="palette-actions" role="listbox" aria-label={say().palette.title}>
              <For each={found()}>
                {(action) => <Option action={action} isChosen={chosen()?.id === action.id} run={() => run(action)} />}
              </For>
            </div>
          </Show>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

const idOf = (action: Action | undefined): string => (action ? `palette-${action.id}` : "");

/** Chosen by the arrow keys from the field, which keeps the focus; pressed with a pointer. */
const Option = (props: { action: Action; isChosen: boolean; run: () => void }) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above handles the keys (WAI-ARIA, aria-activedescendant)
  <div
    class="palette-action"
    id={idOf(props.action)}
    role="option"
    tabIndex={-1}
    aria-selected={props.isChosen}
    onClick={() => props.run()}
  >
    <span class="palette-group">{actionWords.words().group[props.action.group]}</span>
    <span class="palette-name">{props.action.label()}</span>
    <KeyNames chord={keyOf(props.action)} />
  </div>
);

export default Palette;
