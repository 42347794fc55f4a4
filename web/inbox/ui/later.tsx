import { createSignal, type JSX, onCleanup, onMount, Show, Suspense } from "solid-js";

/** Acts when what is drawn now has been painted. Returns how to call it off. */
export const afterPaint = (act: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The task after a frame's callback finds it painted.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};

/**
 * Draws its content when what stands before it has been painted, so that no part of a view waits for all of it.
 * `place` keeps its room meanwhile.
 */
export const Later = (props: { place: JSX.Element; children: JSX.Element }) => {
  const [isDue, setDue] = createSignal(false);
  onMount(() => onCleanup(afterPaint(() => setDue(true))));
  return (
    <Show when={isDue()} fallback={props.place}>
      {/* What is fetched for it takes nothing away that is there already, nor the focus in it. */}
      <Suspense fallback={props.place}>{props.children}</Suspense>
    </Show>
  );
};
