import { createMemo, For, onCleanup, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { EyeIcon, PenIcon } from "../../ui/icon.tsx";

/** Colleagues who look at the same conversation, and who writes there: two answers at once are noticed before they are sent. */
export const Onlookers = (props: { id: string }) => {
  const desk = useDesk();
  desk.attention.look(props.id);
  onCleanup(() => desk.attention.look(null));
  // The same people are the same news: told again every second they would be said again.
  const others = createMemo(() => desk.attention.others(props.id, now()), undefined, {
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
            <span>
              {one.writing
                ? words().onlooker.writes(desk.agentName(one.agentId))
                : words().onlooker.views(desk.agentName(one.agentId))}
            </span>
          </span>
        )}
      </For>
    </div>
  );
};
