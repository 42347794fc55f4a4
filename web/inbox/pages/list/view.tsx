import { useNavigate } from "@solidjs/router";
import { createEffect, For, Match, on, onCleanup, Show, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import { registerActions } from "../../action/registry.ts";
import { useDesk } from "../../data/desk.ts";
import { createList } from "../../data/inbox/list.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { State } from "../../ui/state.tsx";
import { listPath } from "../frame/model.ts";
import { CardLink } from "./card.tsx";
import { ChannelFilter } from "./channel-filter.tsx";
import { focusCard, focusNeighbour } from "./focus.ts";
import { More } from "./more.tsx";
import { ListSkeleton } from "./skeleton.tsx";

/** The conversations of a view, the most urgent first. */
export const ListPane = (props: { filter: Filter; openId: string | undefined }) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const list = createList(desk, () => props.filter);
  onCleanup(desk.orderBy(() => list.state.cards));
  let heading: HTMLElement | undefined;
  let pane: HTMLElement | undefined;

  const say = () => words().keys.list;
  const step = (by: 1 | -1) => () => focusNeighbour(pane, by, props.openId);
  /** Arrows elsewhere scroll. */
  const takes = (event: { key: string; target: EventTarget | null }) =>
    !event.key.startsWith("Arrow") || (event.target instanceof Node && pane?.contains(event.target) === true);
  registerActions([
    { id: "list.next", group: "list", label: () => say().next, key: "j", also: ["ArrowDown"], takes, run: step(1) },
    {
      id: "list.previous",
      group: "list",
      label: () => say().previous,
      key: "k",
      also: ["ArrowUp"],
      takes,
      run: step(-1),
    },
    {
      id: "list.back",
      group: "list",
      label: () => say().back,
      key: "u",
      when: () => props.openId !== undefined,
      run: () => navigate(listPath(props.filter)),
    },
  ]);
  createEffect(
    on(
      () => props.filter.view,
      () => heading?.focus(),
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => props.openId,
      (id, before) => !id && before && focusCard(pane, before),
      { defer: true },
    ),
  );
  return (
    <section class="list-pane" aria-labelledby="list-title" ref={(element) => (pane = element)}>
      <header class="list-head">
        {/* Beside an open conversation, that one is the page's first heading. */}
        <Dynamic
          component={props.openId ? "h2" : "h1"}
          class="list-title"
          id="list-title"
          tabindex="-1"
          ref={(element: HTMLElement) => (heading = element)}
        >
          {words().view[props.filter.view]}
        </Dynamic>
        <ChannelFilter filter={props.filter} openId={props.openId} />
      </header>
      <Switch>
        <Match when={list.state.status === "loading"}>
          <ListSkeleton />
        </Match>
        <Match when={list.state.status === "failed"}>
          <State text={words().list.failed} problem>
            <button type="button" class="button" onClick={list.reload}>
              {words().retry}
            </button>
          </State>
        </Match>
        <Match when={list.state.cards.length === 0}>
          <Show when={props.filter.channel} fallback={<State {...words().list.empty[props.filter.view]} />}>
            <State title={words().list.empty[props.filter.view].title} text={words().list.emptyChannel} />
          </Show>
        </Match>
        <Match when={true}>
          <div class="list-scroll">
            <ul class="cards">
              <For each={list.state.cards}>
                {(card) => <CardLink card={card} filter={props.filter} isOpen={props.openId === card.id} />}
              </For>
            </ul>
            <More more={list.state.more} load={() => void list.loadMore()} />
          </div>
        </Match>
      </Switch>
    </section>
  );
};
