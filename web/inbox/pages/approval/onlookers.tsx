import { createMemo, For, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { now } from "../../ui/clock.ts";
import { EyeIcon, PenIcon } from "../../ui/icon.tsx";
import { approvalWords } from "./words.ts";

/** Colleagues who are at the same reply, and who writes other words for it: two decisions at once are noticed before they are made. */
export const Onlookers = (props: { messageId: string }) => {
  const desk = useDesk();
  const say = approvalWords.words;
  // The same people are the same news: told again every second they would be said again.
  const others = createMemo(() => desk.attention.othersOn(props.messageId, now()), undefined, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  return (
    <div class="approval-onlookers" role="status">
      <For each={others()}>
        {(one) => (
          <span data-writing={one.writing ? "" : undefined}>
            <Show when={one.writing} fallback={<EyeIcon />}>
              <PenIcon />
            </Show>{" "}
            {one.writing ? say().rewrites(desk.agentName(one.agentId)) : say().at(desk.agentName(one.agentId))}
          </span>
        )}
      </For>
    </div>
  );
};
