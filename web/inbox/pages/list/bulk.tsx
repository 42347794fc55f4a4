import { createMemo, createSignal, onMount, Show } from "solid-js";
import { registerActions } from "../../action/registry.ts";
import { type BulkWork, doInBulk, type Progress } from "../../data/care/bulk.ts";
import { useDesk } from "../../data/desk.ts";
import type { List } from "../../data/inbox/list.ts";
import { words } from "../../language/index.ts";
import { Menu } from "../../ui/menu/view.tsx";
import { candidatesOf } from "../conversation/action-model.ts";
import { closingChoices } from "../conversation/closing.ts";
import { snoozeChoices } from "../conversation/snooze-model.ts";
import { BulkOutcome } from "./bulk-outcome.tsx";
import type { Selection } from "./selection.ts";
import { narrowWords } from "./words.ts";

/** What is done with the chosen conversations: one after another, with how far it is and what was refused. */
const Bulk = (props: { list: List; selection: Selection; end: () => void }) => {
  const desk = useDesk();
  const say = () => narrowWords.words().bulk;
  const [progress, setProgress] = createSignal<Progress>();
  onMount(() => {
    void desk.loadTags();
    void desk.loadAgents();
  });
  const chosen = createMemo(() => props.list.cards().filter(({ id }) => props.selection.has(id)));
  const run = async (work: BulkWork) => {
    const cards = chosen();
    await doInBulk(desk.api, cards, work, setProgress);
    desk.changes.touch(cards.map(({ id }) => id));
    // What was refused stays chosen, to be looked at.
    props.selection.keep(progress()?.refused.map(({ id }) => id) ?? []);
    // With nothing chosen the menu that was pressed can have no focus.
    if (document.activeElement === document.body) ending?.focus();
  };
  let ending: HTMLButtonElement | undefined;
  const isBusy = () => progress() !== undefined && progress()?.isOver === false;
  const isDisabled = () => chosen().length === 0 || isBusy();
  const people = () => [
    { id: "", label: words().conversation.unassign, onSelect: () => void run({ does: "assign", agentId: null }) },
    ...candidatesOf(desk.agents(), desk).map(({ id, name }) => ({
      id,
      label: name,
      onSelect: () => void run({ does: "assign", agentId: id }),
    })),
  ];
  const tags = () =>
    desk
      .tags()
      .filter(({ retired }) => !retired)
      .map(({ id, name }) => ({ id, label: name, onSelect: () => void run({ does: "tag", tagId: id }) }));
  const snoozes = () =>
    snoozeChoices(new Date()).map(({ id, until }) => ({
      id,
      label: words().snooze[id],
      onSelect: () => void run({ does: "snooze", until }),
    }));
  const closings = () =>
    closingChoices().map(({ id, label, ...closing }) => ({
      id,
      label,
      onSelect: () => void run({ does: "close", ...closing }),
    }));
  const all = () => props.selection.keep(props.list.cards().map(({ id }) => id));
  const when = () => !isBusy();
  registerActions([
    { id: "list.select-all", group: "list", label: () => say().all(props.list.cards().length), when, run: all },
    { id: "list.select-end", group: "list", label: () => say().end, key: "Escape", when, run: props.end },
  ]);
  return (
    <fieldset class="bulk" aria-label={say().label}>
      <div class="bulk-line">
        <span class="bulk-count" role="status">
          {say().chosen(chosen().length)}
        </span>
        <button type="button" class="button quiet small" disabled={isBusy()} onClick={all}>
          {say().all(props.list.cards().length)}
        </button>
        <button
          type="button"
          class="button quiet small"
          disabled={isBusy()}
          ref={(element) => (ending = element)}
          onClick={props.end}
        >
          {say().done}
        </button>
      </div>
      <div class="bulk-line">
        <Menu class="button small" title={words().conversation.assignTo} items={people()} disabled={isDisabled()}>
          <span>{words().conversation.assign}</span>
        </Menu>
        <Show when={tags().length > 0}>
          <Menu class="button small" title={say().tag} items={tags()} disabled={isDisabled()}>
            <span>{say().tag}</span>
          </Menu>
        </Show>
        <Menu class="button small" title={words().snooze.title} items={snoozes()} disabled={isDisabled()}>
          <span>{words().snooze.title}</span>
        </Menu>
        <Menu class="button small" title={words().conversation.closeAs} items={closings()} disabled={isDisabled()}>
          <span>{words().conversation.close}</span>
        </Menu>
      </div>
      <Show when={progress()}>{(known) => <BulkOutcome progress={known()} list={props.list} />}</Show>
    </fieldset>
  );
};

export default Bulk;
