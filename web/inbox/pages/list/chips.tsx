import { createEffect, createMemo, For, on, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import type { List } from "../../data/inbox/list.ts";
import { type Filter, isDated } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { CloseIcon } from "../../ui/icon.tsx";
import { clockText } from "../../ui/time-model.ts";
import { chipsOf, countedText } from "./narrowing-model.ts";
import { narrowWords } from "./words.ts";

type Props = {
  filter: Filter;
  list: Pick<List, "counted" | "readAt" | "reload">;
  go: (filter: Filter) => void;
  focusOn: () => void;
};

/** What the list is narrowed by, each to be taken away alone; how many a list by date has, and as of when. */
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
        <div class="counted">
          <p class="quiet-text" role="status">
            {countedText(props.filter, props.list.counted())}
          </p>
          <Show when={isDated(props.filter)}>
            <button type="button" class="button quiet small" onClick={() => props.list.reload()}>
              {props.list.readAt()
                ? narrowWords.words().readAgain(clockText(props.list.readAt() ?? ""))
                : words().loading}
            </button>
          </Show>
        </div>
      </div>
    </Show>
  );
};

export default Chips;
