import { createEffect, createMemo, on, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { type Filter, isDated, narrowingsOf, SORTS, type Sort } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { bringFocus } from "../../ui/bring-focus.ts";
import { FilterIcon, SearchIcon, SelectIcon } from "../../ui/icon.tsx";
import { Select } from "../../ui/select.tsx";

type Props = {
  filter: Filter;
  title: string;
  openId: string | undefined;
  isNarrowing: boolean;
  isSelecting: boolean;
  search: () => void;
  toggleNarrowing: () => void;
  toggleSelecting: (() => void) | undefined;
  sortBy: (sort: Sort) => void;
};

/** What is listed, in which order, and the ways to narrow it. */
export const ListHead = (props: Props) => {
  let heading: HTMLElement | undefined;
  // Another view, and not the same one narrowed: who chooses a filter goes on choosing.
  const view = createMemo(() => props.filter.view);
  createEffect(on(view, () => bringFocus(() => heading), { defer: true }));
  const narrowed = () => narrowingsOf(props.filter);
  return (
    <header class="list-head">
      {/* Beside an open conversation, that one is the page's first heading. */}
      <Dynamic
        component={props.openId ? "h2" : "h1"}
        class="list-title"
        id="list-title"
        tabindex="-1"
        ref={(element: HTMLElement) => (heading = element)}
      >
        {props.title}
      </Dynamic>
      <button
        type="button"
        class="button quiet icon-only"
        aria-label={words().list.search}
        title={words().list.search}
        onClick={() => props.search()}
      >
        <SearchIcon />
      </button>
      <SortChoice filter={props.filter} sortBy={props.sortBy} />
      <button
        type="button"
        class="button quiet icon-only"
        aria-label={narrowed() > 0 ? words().filter.openWith(narrowed()) : words().filter.open}
        title={words().filter.open}
        aria-expanded={props.isNarrowing}
        aria-controls="narrowing"
        onClick={() => props.toggleNarrowing()}
      >
        <FilterIcon />
        <Show when={narrowed() > 0}>
          <span class="badge" aria-hidden="true">
            {narrowed()}
          </span>
        </Show>
      </button>
      <Show when={props.toggleSelecting}>
        {(toggle) => (
          <button
            type="button"
            class="button quiet icon-only"
            aria-label={words().select.mode}
            title={words().select.mode}
            aria-pressed={props.isSelecting}
            onClick={() => toggle()()}
          >
            <SelectIcon />
          </button>
        )}
      </Show>
    </header>
  );
};

const SortChoice = (props: { filter: Filter; sortBy: (sort: Sort) => void }) => {
  /** Closed ones have no deadline left, mentions come by the newest, and what happened in the order in which it did. */
  const isPast = () => props.filter.view === "closed" || isDated(props.filter);
  const sorts = () => (isPast() ? SORTS.filter((sort) => sort !== "deadline") : SORTS);
  const chosen = () => props.filter.sort ?? (isPast() ? "newest" : "deadline");
  return (
    <Show when={!["mentions", "review", "heard"].includes(props.filter.view)}>
      <label class="sort-choice">
        <span class="sr-only">{words().sort.label}</span>
        <Select options={sorts().map((sort) => [sort, words().sort[sort]])} value={chosen()} choose={props.sortBy} />
      </label>
    </Show>
  );
};
