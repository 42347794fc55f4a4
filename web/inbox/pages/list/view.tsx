import { useNavigate } from "@solidjs/router";
import { createEffect, createMemo, createSignal, lazy, Match, on, onCleanup, Show, Suspense, Switch } from "solid-js";
import { registerActions } from "../../action/registry.ts";
import { useDesk } from "../../data/desk.ts";
import { createList } from "../../data/inbox/list.ts";
import { cleared, type Filter, narrowingsOf } from "../../data/inbox/model.ts";
import { lazyWithWords } from "../../language/area.ts";
import { words } from "../../language/index.ts";
import { State } from "../../ui/state.tsx";
import { foretellConversation } from "../conversation/foretold.ts";
import { listPath, placeWith } from "../frame/model.ts";
import { searchWords } from "../search/words.ts";
import { listActions } from "./actions.ts";
import { CardLink } from "./card.tsx";
import { ListHead } from "./head.tsx";
import { CardScroller, type Scroller } from "./scroller.tsx";
import { createSelection } from "./selection.ts";
import { ListSkeleton } from "./skeleton.tsx";
import { narrowWords } from "./words.ts";

const dialogWords = { load: async () => void (await Promise.all([searchWords.load(), narrowWords.load()])) };
const SearchDialog = lazyWithWords(dialogWords, () => import("../search/dialog.tsx"));
const Narrowing = lazyWithWords(narrowWords, () => import("./narrowing.tsx"));
const Chips = lazyWithWords(narrowWords, () => import("./chips.tsx"));
const Bulk = lazyWithWords(narrowWords, () => import("./bulk.tsx"));
const SelectBox = lazy(() => import("./select-box.tsx"));

/** The conversations of a view, the most urgent first. */
export const ListPane = (props: { filter: Filter; openId: string | undefined }) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const list = createList(desk, () => props.filter);
  onCleanup(desk.orderBy(list.cards));
  createEffect(() => {
    if (list.status() === "ready") onCleanup(foretellConversation());
  });
  const selection = createSelection();
  const [isNarrowing, setNarrowing] = createSignal(false);
  const [isSearching, setSearching] = createSignal(false);
  let pane: HTMLElement | undefined;
  let scroller: Scroller | undefined;

  const go = (filter: Filter) => navigate(placeWith(props.openId, filter), { scroll: false });
  registerActions(
    listActions({
      pane: () => pane,
      scroller: () => scroller,
      canSelect: () => desk.can("reply"),
      selection,
      search: () => setSearching(true),
      narrow: () => setNarrowing(!isNarrowing()),
      back: () => navigate(listPath(props.filter)),
      isOpen: () => props.openId !== undefined,
    }),
  );
  createEffect(
    on(
      () => props.openId,
      (id, before) => !id && before && scroller?.focus(before),
      { defer: true },
    ),
  );
  const focusOn = (selector: string) => pane?.querySelector<HTMLElement>(selector)?.focus();
  const endNarrowing = () => {
    setNarrowing(false);
    focusOn("[aria-controls=narrowing]");
  };
  const endSelecting = () => {
    selection.end();
    focusOn(".list-head [aria-pressed]");
  };
  const clear = () => {
    go(cleared(props.filter));
    focusOn("#list-title");
  };
  const view = createMemo(() => props.filter.view);
  createEffect(on(view, selection.end, { defer: true }));
  const isNarrowed = () => narrowingsOf(props.filter) > 0;
  return (
    <section class="list-pane" aria-labelledby="list-title" ref={(element) => (pane = element)}>
      <ListHead
        filter={props.filter}
        title={words().view[props.filter.view]}
        openId={props.openId}
        isNarrowing={isNarrowing()}
        isSelecting={selection.isOn()}
        search={() => setSearching(true)}
        toggleNarrowing={() => setNarrowing(!isNarrowing())}
        toggleSelecting={desk.can("reply") ? () => (selection.isOn() ? selection.end() : selection.begin()) : undefined}
        sortBy={(sort) => go({ ...props.filter, sort })}
      />
      <Suspense>
        <Show when={isSearching()}>
          <SearchDialog filter={props.filter} onClose={() => setSearching(false)} />
        </Show>
        <Show when={isNarrowing()}>
          <Narrowing filter={props.filter} go={go} close={endNarrowing} />
        </Show>
        <Show when={isNarrowed()}>
          <Chips filter={props.filter} list={list} go={go} focusOn={() => focusOn("#list-title")} />
        </Show>
        <Show when={selection.isOn()}>
          <Bulk list={list} selection={selection} end={endSelecting} />
        </Show>
      </Suspense>
      <Switch>
        <Match when={list.status() === "loading"}>
          <ListSkeleton />
        </Match>
        <Match when={list.status() === "failed"}>
          <State text={words().list.failed} problem>
            <button type="button" class="button" onClick={list.reload}>
              {words().retry}
            </button>
          </State>
        </Match>
        <Match when={list.cards().length === 0 && list.more() === "none"}>
          <Show when={isNarrowed()} fallback={<State {...words().list.empty[props.filter.view]} />}>
            <State title={words().list.empty[props.filter.view].title} text={words().list.emptyNarrowed}>
              <button type="button" class="button" onClick={clear}>
                {words().filter.clear}
              </button>
            </State>
          </Show>
        </Match>
        <Match when={true}>
          <CardScroller list={list} openId={props.openId} ref={(made) => (scroller = made)}>
            {(card) => (
              <>
                <Show when={selection.isOn()}>
                  <Suspense>
                    <SelectBox card={card()} selection={selection} />
                  </Suspense>
                </Show>
                <CardLink card={card()} filter={props.filter} isOpen={props.openId === card().id} />
              </>
            )}
          </CardScroller>
        </Match>
      </Switch>
    </section>
  );
};
