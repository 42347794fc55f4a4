import { useLocation } from "@solidjs/router";
import { createEffect, on, onMount } from "solid-js";
import { words } from "../../language/index.ts";
import { State } from "../../ui/state.tsx";

/** Stands where a page could not be shown, mostly because a part of it was not fetched; going elsewhere goes on. */
export const Broken = (props: { fault: unknown; again: () => void }) => {
  const place = useLocation();
  onMount(() => reportError(props.fault));
  createEffect(on(() => place.pathname, props.again, { defer: true }));
  return (
    <div class="nothing-open">
      <State {...words().broken} problem>
        <button type="button" class="button" onClick={() => location.reload()}>
          {words().loadAgain}
        </button>
      </State>
    </div>
  );
};
