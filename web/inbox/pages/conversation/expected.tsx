import { Show } from "solid-js";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { minutesUntil } from "./expected-model.ts";

/** When a reply that waits for its platform goes out. Nobody has to do anything about it. */
export const Expected = (props: { at: string }) => (
  <Show when={minutesUntil(props.at, now())} fallback={<span class="reason">{words().message.expectedSoon}</span>}>
    {(minutes) => (
      <span class="reason">
        <time dateTime={props.at}>{words().message.expectedIn(minutes())}</time>
      </span>
    )}
  </Show>
);
