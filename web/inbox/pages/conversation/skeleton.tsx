import { words } from "../../language/index.ts";

export const ThreadSkeleton = () => (
  <div class="skeleton-thread" role="status">
    <span class="sr-only">{words().loading}</span>
    <span class="bone title" aria-hidden="true" />
    <span class="bone bubble" aria-hidden="true" />
    <span class="bone bubble ours" aria-hidden="true" />
    <span class="bone bubble" aria-hidden="true" />
  </div>
);
