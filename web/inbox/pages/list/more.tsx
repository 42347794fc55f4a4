import { Show } from "solid-js";
import type { More as MoreState } from "../../data/inbox/list.ts";
import { words } from "../../language/index.ts";

/** Below the cards: the next page comes by itself; a button where it did not, or there was nothing in it. */
export const More = (props: { more: MoreState; load: () => void }) => (
  <div class="more">
    <Show when={props.more === "failed"}>
      <p role="alert">{words().list.moreFailed}</p>
    </Show>
    <Show when={props.more !== "none"}>
      <button type="button" class="button quiet" disabled={props.more === "loading"} onClick={() => props.load()}>
        {props.more === "loading" ? words().loading : words().list.more}
      </button>
    </Show>
  </div>
);
