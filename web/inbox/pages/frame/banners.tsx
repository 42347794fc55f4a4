import { A } from "@solidjs/router";
import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { CutIcon } from "../../ui/icon.tsx";

/** A blink of the line is not worth a word. */
const TELL_AFTER_MS = 1_500;

/** The connection and the session, told when they are in trouble; and what a bank owes before it can be relied on. */
export const Banners = () => {
  const desk = useDesk();
  const [cut, setCut] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(desk.live, (live) => {
      clearTimeout(timer);
      if (live === "online") setCut(false);
      else timer = setTimeout(() => setCut(true), TELL_AFTER_MS);
    }),
  );
  onCleanup(() => clearTimeout(timer));
  return (
    <>
      <div role="status">
        <Show when={cut() && desk.ending() !== "over"}>
          <p class="banner" data-kind="offline">
            <CutIcon />
            <span>{words().live.offline}</span>
          </p>
        </Show>
      </div>
      <Show when={desk.lacksTerm() && desk.can("read-retention")}>
        <div class="banner" data-kind="term">
          <span>{words().noTerm.told}</span>
          <A class="button small" href="/retention">
            {desk.can("manage-retention") ? words().noTerm.set : words().noTerm.see}
          </A>
        </div>
      </Show>
      <Show when={desk.ending() !== "no"}>
        <div class="banner" data-kind="session" role="alert">
          <span>{desk.ending() === "soon" ? words().signIn.ending : words().signIn.over}</span>
          <button type="button" class="button small" onClick={() => void desk.session.signInAgain()}>
            {words().signIn.again}
          </button>
        </div>
      </Show>
    </>
  );
};
