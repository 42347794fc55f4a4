import { For } from "solid-js";
import { words } from "../../language/index.ts";

/** The shape of cards to come. */
export const ListSkeleton = () => (
  <div class="skeleton-list">
    <span class="sr-only">{words().loading}</span>
    <For each={[1, 2, 3, 4, 5, 6]}>
      {() => (
        <div class="skeleton-card" aria-hidden="true">
          <span class="bone short" />
          <span class="bone" />
          <span class="bone half" />
        </div>
      )}
    </For>
  </div>
);
