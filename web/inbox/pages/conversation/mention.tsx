import { createEffect, createMemo, createSignal, For, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { Initials } from "../../ui/initials.tsx";
import { findColleagues, mentionAt } from "./composer-model.ts";
import type { Composing } from "./composing.ts";

/** In a note, "@" and the first letters of a colleague offer their names. */
export const MentionPicker = (props: { composing: Composing }) => {
  const desk = useDesk();
  const [at, setAt] = createSignal(0);
  const asked = createMemo(() =>
    props.composing.isNote() ? mentionAt(props.composing.text(), props.composing.caret()) : undefined,
  );
  const found = createMemo(() => {
    const wanted = asked();
    return wanted ? findColleagues(desk.agents(), wanted.letters, desk.me.agent.id) : [];
  });
  createEffect(() => {
    if (found().length > 0) setAt(0);
  });
  const choose = (name: string | undefined) => {
    const wanted = asked();
    if (name && wanted) props.composing.insert(`@${name} `, wanted.from);
  };
  props.composing.onKey((event) => {
    const { length } = found();
    if (length === 0) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((at() + step + length) % length);
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") {
      choose(found()[at()]?.name);
    } else return false;
    return true;
  });
  return (
    <Show when={found().length > 0}>
      <div class="mentions" role="listbox" aria-label={words().composer.mention}>
        <For each={found()}>
          {(agent, index) => (
            <button
              type="button"
              class="mention"
              role="option"
              tabindex="-1"
              aria-selected={index() === at()}
              onClick={() => choose(agent.name)}
            >
              <Initials name={agent.name} />
              <span>{agent.name}</span>
            </button>
          )}
        </For>
      </div>
      <p class="sr-only" role="status">
        {found()[at()]?.name}
      </p>
    </Show>
  );
};
