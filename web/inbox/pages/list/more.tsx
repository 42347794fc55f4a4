import { createEffect, onCleanup, Show } from "solid-js";
import { words } from "../../language/index.ts";

/** Asks for the next page when it comes into sight; a button for who does not scroll. */
export const More = (props: { more: "none" | "there" | "loading" | "failed"; load: () => void }) => {
  let end: HTMLDivElement | undefined;
  createEffect(() => {
    if (props.more !== "there" || !end) return;
    const sight = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && props.load(), {
      rootMargin: "400px",
    });
    sight.observe(end);
    onCleanup(() => sight.disconnect());
  });
  return (
    <div class="more" ref={(element) => (end = element)}>
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
};
