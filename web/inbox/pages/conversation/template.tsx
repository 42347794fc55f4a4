import { createEffect, createMemo, createSignal, Show, Suspense } from "solid-js";
import type { Offer } from "../../data/reply/api.ts";
import { lazyWithWords } from "../../language/area.ts";
import type { Composing } from "./composing.ts";
import { replyWords } from "./reply-words.ts";
import { slashAt } from "./template-model.ts";

const Picker = lazyWithWords(replyWords, () => import("./template-picker.tsx"));
const Source = lazyWithWords(replyWords, () => import("./template-source.tsx"));

/** "/" and the first letters of a template offer what may be used here, as one types. */
export const TemplatePart = (props: { composing: Composing }) => {
  const { composing } = props;
  const [used, setUsed] = createSignal<Offer>();
  const [closedAt, setClosedAt] = createSignal<number>();
  const asked = createMemo(() => (composing.isNote() ? undefined : slashAt(composing.text(), composing.caret())));
  const wanted = () => {
    const slash = asked();
    return slash && slash.from !== closedAt() ? slash : undefined;
  };
  createEffect(() => {
    if (!asked()) setClosedAt(undefined);
    if (composing.text().trim() === "") setUsed(undefined);
  });
  composing.beforeSend(({ mode }) => {
    const offer = used();
    return offer && mode !== "note" ? { go: true, with: { templateId: offer.id } } : { go: true };
  });
  const choose = (offer: Offer) => {
    const slash = wanted();
    if (!slash) return;
    composing.insert(offer.text, slash.from);
    setUsed(offer);
  };
  return (
    <>
      <Show when={wanted()}>
        {(slash) => (
          <Suspense>
            <Picker
              composing={composing}
              query={slash().query}
              choose={choose}
              onClose={() => setClosedAt(slash().from)}
            />
          </Suspense>
        )}
      </Show>
      <Show when={!composing.isNote() && used()}>
        {(offer) => (
          <Suspense>
            <Source offer={offer()} text={composing.text()} forget={() => setUsed(undefined)} />
          </Suspense>
        )}
      </Show>
    </>
  );
};
