import { createSignal, ErrorBoundary, type JSX, onCleanup, onMount, Show, Suspense } from "solid-js";
import { atLeisure } from "../data/at-leisure.ts";

/** What has no hurry waits no longer than this for a moment in which nothing else is to be done. */
const SOON_MS = 200;

/**
 * Draws its content when what stands before it has been painted and a moment is free, so that no part of a view waits
 * for all of it; one beside another takes a moment of its own, in their order. `place` keeps its room meanwhile, and
 * for good where a part of it is not fetched: what stands beside it, and is being written, stays.
 */
export const Later = (props: { place?: JSX.Element; children: JSX.Element }) => {
  const [isDue, setDue] = createSignal(false);
  onMount(() => onCleanup(atLeisure(() => setDue(true), SOON_MS)));
  return (
    <Show when={isDue()} fallback={props.place}>
      {/* What is fetched for it takes nothing away that is there already, nor the focus in it. */}
      <ErrorBoundary
        fallback={(fault) => {
          reportError(fault);
          return props.place;
        }}
      >
        <Suspense fallback={props.place}>{props.children}</Suspense>
      </ErrorBoundary>
    </Show>
  );
};
