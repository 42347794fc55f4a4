import { onCleanup } from "solid-js";
import type { Changes } from "./changes.ts";
import type { Asked } from "./live/model.ts";

/** While the line is down nothing tells that there is reason to look. */
const FALL_BACK_MS = 60_000;
/** A clock that differs from the server's has nobody look all the time. */
const SOONEST_MS = 15_000;

/**
 * Looks when the line says that there is reason to, and while it is down every minute. `look` answers when something is due by the
 * passing of time alone (epoch ms), if anything is. Must be called under an owner, and ends with it. @returns looks now
 */
export const lookWhenAsked = (
  desk: { readonly changes: Pick<Changes, "listen">; readonly live: () => string },
  what: Asked,
  look: () => Promise<number | undefined>,
): (() => void) => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const again = async () => {
    clearTimeout(waiting);
    const dueAt = await look();
    clearTimeout(waiting);
    if (dueAt === undefined || isOver) return;
    waiting = setTimeout(() => void again(), Math.max(SOONEST_MS, dueAt - Date.now()));
  };
  const stop = desk.changes.listen({
    asked: (told) => told === what && void again(),
    everything: () => void again(),
  });
  const timer = setInterval(() => desk.live() !== "online" && void again(), FALL_BACK_MS);
  onCleanup(() => {
    isOver = true;
    stop();
    clearInterval(timer);
    clearTimeout(waiting);
  });
  return () => void again();
};
