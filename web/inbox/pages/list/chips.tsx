import { createEffect, createMemo, For, on, Show } from "solid-js";
import type { Counted } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { CloseIcon } from "../../ui/icon.tsx";
import { chipsOf, countedText } from "./narrowing-model.ts";
import { narrowWords } from "./words.ts";

type Props = { filter: Filter; counted: Counted | undefined; go: (filter: Filter) => void; focusOn: () => void };

/** What the list is narrowed by, each to be taken away alone, and how many a list by date has. */
const Chips = (props: Props) => {
  const desk = useDesk();
  let row: HTMLElement | undefined;
  const chips = createMemo(() => chipsOf(desk, props.filter));
  createEffect(() => props.filter.tag && void desk.loadTags());
  /** Where the focus goes once the chip that had it is gone. */
  let going: number | undefined;
  const remove = (place: number, without: Filter) => {
    // With the last one the row goes too: the list's name has the focus.
    if (chips().length === 1) props.focusOn();
    else going = place;
    props.go(without);
  };
  createEffect(
    on(
      chips,
      () => {
        if (going === undefined) return;
        const left = row?.querySelectorAll<HTMLElement>("button") ?? [];
        left[Math.min(going, left.length - 1)]?.focus();
        going = undefined;
      },
      { defer: true },
    ),
  );
  return (
    <Show when={chips().length > 0}>
      <div class="chips">
        <ul aria-label={narrowWords.words().chips} ref={(element) => (row = element)}>
          <For each={chips()}>
            {(chip, place) => (
              <li>
                <button
                  type="button"
                  class="chip"
                  title={narrowWords.words().without(chip.text)}
                  aria-label={narrowWords.words().without(chip.text)}
                  onClick={() => remove(place(), chip.without)}
                >
                  <span>{chip.text}</span>
                  <CloseIcon />
                </button>
              </li>
            )}
          </For>
        </ul>
        <p class="quiet-text" role="status">
          {countedText(props.filter, props.counted)}
        </p>
      </div>
    </Show>
  );
};

export default Chips;
