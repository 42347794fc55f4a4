import { createEffect, createMemo, createSignal, on } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { holderName } from "../list/model.ts";

/** Whose it is, whether it is open, put aside or urgent: said when that changes, by a key of one's own or by a colleague. */
export const Standing = (props: { card: Card }) => {
  const desk = useDesk();
  const [said, setSaid] = createSignal("");
  const sentence = ({ assignee, priority, snoozed, status }: Card): string =>
    [
      status === "open" ? words().conversation.open : words().conversation.closed,
      ...(snoozed === null ? [] : [words().view.snoozed]),
      holderName(assignee, desk.agents(), desk.me.agent.id, words()),
      words().priority[priority],
    ].join(", ");
  const standing = createMemo(() => {
    const { assignee, priority, snoozed, status } = props.card;
    return `${status} ${assignee} ${priority} ${snoozed !== null}`;
  });
  createEffect(on(standing, () => setSaid(sentence(props.card)), { defer: true }));
  return (
    <p class="sr-only" role="status">
      {said()}
    </p>
  );
};
