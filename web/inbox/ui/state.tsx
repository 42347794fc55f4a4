import { type JSX, Show } from "solid-js";

/** A place with nothing to show says why, and what to do. */
export const State = (props: { title?: string; text: string; problem?: boolean; children?: JSX.Element }) => (
  <div class="state" role={props.problem ? "alert" : undefined}>
    <Show when={props.title}>
      <p class="state-title">{props.title}</p>
    </Show>
    <p>{props.text}</p>
    {props.children}
  </div>
);
