import { createSignal, onCleanup } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import type { News } from "../../data/news/model.ts";
import { words } from "../../language/index.ts";
import { sentencesOf } from "./model.ts";

/** News is gathered this long and told in one sentence, so that a busy minute is not a flood. */
const GATHER_MS = 1_500;
/** Then the region empties, or the same sentence said again would go unheard. */
const SAID_FOR_MS = 5_000;
const nothing = { polite: "", assertive: "" };

/** What a screen reader hears without being asked. */
export const Announcer = () => {
  const desk = useDesk();
  const [said, setSaid] = createSignal(nothing);
  let gathered: News[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let clearing: ReturnType<typeof setTimeout> | undefined;
  const stop = desk.onNews((news) => {
    gathered.push(...news);
    timer ??= setTimeout(() => {
      setSaid(sentencesOf(gathered, words()));
      gathered = [];
      timer = undefined;
      clearTimeout(clearing);
      clearing = setTimeout(() => setSaid(nothing), SAID_FOR_MS);
    }, GATHER_MS);
  });
  onCleanup(() => {
    stop();
    clearTimeout(timer);
    clearTimeout(clearing);
  });
  return (
    <>
      <div class="sr-only" aria-live="polite">
        {said().polite}
      </div>
      <div class="sr-only" aria-live="assertive">
        {said().assertive}
      </div>
    </>
  );
};
