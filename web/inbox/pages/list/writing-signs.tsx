import { Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { EyesIcon, PenIcon, WarningIcon } from "../../ui/icon.tsx";

/** On a card: something of one's own was begun here, or an answer waits for somebody's decision or was refused. */
export const WritingSigns = (props: { card: Card }) => {
  const desk = useDesk();
  return (
    <>
      <Show when={props.card.held > 0}>
        <span class="writing-sign" data-held="">
          <WarningIcon />
          <span>{words().list.held}</span>
        </span>
      </Show>
      <Show when={props.card.decided?.decision === "refused"}>
        <span class="writing-sign" data-held="">
          <WarningIcon />
          <span>{words().list.refused}</span>
        </span>
      </Show>
      <Show when={props.card.awaitingApproval > 0}>
        <span class="writing-sign" title={words().list.awaitingApproval}>
          <EyesIcon />
          <span class="sr-only">{words().list.awaitingApproval}</span>
        </span>
      </Show>
      <Show when={desk.hasDraft(props.card.id)}>
        <span class="writing-sign">
          <PenIcon />
          <span>{words().list.draft}</span>
        </span>
      </Show>
    </>
  );
};
