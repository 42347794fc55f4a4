import { createMemo, For, Show } from "solid-js";
import { useDesk } from "../data/desk.ts";
import { EyeIcon, PenIcon } from "./icon.tsx";

type Other = { agentId: string; writing: boolean };

/** Colleagues who are at the same thing, and who writes there; `say` puts it in words. */
export const Onlookers = (props: { others: readonly Other[]; say: (writing: boolean, name: string) => string }) => {
  const desk = useDesk();
  // The same people are the same news: told again every second they would be said again.
  const others = createMemo(() => props.others, undefined, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  return (
    <div class="onlookers" role="status">
      <For each={others()}>
        {(one) => (
          <span class="onlooker" data-writing={one.writing ? "" : undefined}>
            <Show when={one.writing} fallback={<EyeIcon />}>
              <PenIcon />
            </Show>
            <span>{props.say(one.writing, desk.agentName(one.agentId))}</span>
          </span>
        )}
      </For>
    </div>
  );
};
