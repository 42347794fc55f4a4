import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import type { OpenIncidents } from "../../data/incident/open.ts";
import { type BoardAction, createBoardActions } from "../../data/wallboard/actions.ts";
import type { OpenBoard } from "../../data/wallboard/board.ts";
import type { Board } from "../../data/wallboard/types.ts";
import { words } from "../../language/index.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { wallboardWords } from "./words.ts";
import { WorkRow } from "./work-row.tsx";

type Props = { open: OpenBoard; board: Board; incidents: OpenIncidents };

/** What a figure counts, or the next deadlines, as a list to act on: one by one or many at once. */
export const Work = (props: Props) => {
  const desk = useDesk();
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = createSignal("");
  const { act, progress } = createBoardActions(desk, props.open.refresh);
  const selection = () => props.open.selection();
  const cards = () => props.open.shown.cards;
  // What has left the list is not acted on.
  const selected = createMemo(() => cards().flatMap(({ id }) => (chosen().has(id) ? [id] : [])));
  createEffect(on(selection, () => setChosen(new Set<string>())));
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen());
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const run = async (ids: readonly string[], action: BoardAction) => {
    const say = wallboardWords.words().list;
    const { done, failed } = await act(ids, action);
    setChosen(new Set<string>());
    setOutcome(failed === 0 ? say.done(done) : `${say.done(done - failed)} · ${say.failed(failed)}`);
  };
  const nothing = () => (props.open.shown.isListed ? wallboardWords.words().list.empty : words().loading);
  const names = createMemo(() => new Map(props.board.agents.map(({ id, name }) => [id, name])));
  return (
    <section class="panel work-panel" aria-labelledby="wall-work">
      <header class="panel-head">
        <h2 id="wall-work">
          {wallboardWords.words().list.title[selection().scope]}
          <Where {...props} />
        </h2>
        <span class="quiet-text">{wallboardWords.words().list.of(cards().length, props.open.shown.total)}</span>
        {/* What is late already has no deadline to come: it must not be missed for that. */}
        <Show when={selection().scope === "deadlines" && props.board.total.breached}>
          {(late) => (
            <button
              type="button"
              class="button small work-late"
              onClick={() => props.open.select({ scope: "breached" })}
            >
              {wallboardWords.words().list.late(late())}
            </button>
          )}
        </Show>
        <Show when={selection().scope !== "deadlines"}>
          <button type="button" class="button quiet small" onClick={() => props.open.select({ scope: "deadlines" })}>
            {wallboardWords.words().list.all}
          </button>
        </Show>
      </header>
      <BulkBar
        agents={props.board.agents}
        isAll={cards().length > 0 && selected().length === cards().length}
        isNothing={cards().length === 0}
        count={selected().length}
        progress={progress()}
        chooseAll={(all) => setChosen(new Set(all ? cards().map(({ id }) => id) : []))}
        act={(action) => void run(selected(), action)}
      />
      <p class="sr-only" role="status">
        {outcome()}
      </p>
      <Show when={cards().length > 0} fallback={<p class="state quiet-text">{nothing()}</p>}>
        <ul class="work-list">
          <For each={cards()}>
            {(card) => (
              <WorkRow
                card={card}
                holder={
                  card.assignee === null ? words().list.unassigned : (names().get(card.assignee) ?? card.assignee)
                }
                isChosen={chosen().has(card.id)}
                choose={(on) => choose(card.id, on)}
                act={(action) => void run([card.id], action)}
              />
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};

const Where = (props: Props) => {
  const where = () => {
    const { agent, channel, incident, team } = props.open.selection();
    const named = [
      props.incidents.shown.known?.incidents.find(({ id }) => id === incident)?.title,
      props.board.teams.find(({ id }) => id === team)?.name,
      channel && words().channel[channel],
      props.board.agents.find(({ id }) => id === agent)?.name,
    ];
    return named.filter((name) => name !== undefined).join(" · ");
  };
  return (
    <Show when={where()}>
      <span class="work-where">{where()}</span>
    </Show>
  );
};
