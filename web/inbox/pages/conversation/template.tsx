import { createEffect, createMemo, createResource, createSignal, Show, Suspense } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { createReplyApi, type Offer } from "../../data/reply/api.ts";
import { lazyWithWords } from "../../language/area.ts";
import type { Composing } from "./composing.ts";
import { replyWords } from "./reply-words.ts";
import { slashAt } from "./template-model.ts";

const Picker = lazyWithWords(replyWords, () => import("./template-picker.tsx"));
const Source = lazyWithWords(replyWords, () => import("./template-source.tsx"));

/** "/" and the first letters of a template offer what may be used here, as one types. */
export const TemplatePart = (props: { composing: Composing }) => {
  const { composing } = props;
  const used = createUsed(composing);
  const [closedAt, setClosedAt] = createSignal<number>();
  const asked = createMemo(() => (composing.isNote() ? undefined : slashAt(composing.text(), composing.caret())));
  const wanted = () => {
    const slash = asked();
    return slash && slash.from !== closedAt() ? slash : undefined;
  };
  createEffect(() => {
    if (!asked()) setClosedAt(undefined);
  });
  composing.beforeSend(({ mode }) => {
    const templateId = composing.templateId();
    return templateId !== undefined && mode !== "note" ? { go: true, with: { templateId } } : { go: true };
  });
  const choose = (offer: Offer) => {
    const slash = wanted();
    if (!slash) return;
    used.choose(offer);
    composing.insertTemplate(offer, slash.from);
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
      <Show when={used.offer()}>
        {(offer) => (
          <Suspense>
            <Source offer={offer()} text={composing.text()} forget={composing.forgetTemplate} />
          </Suspense>
        )}
      </Show>
    </>
  );
};

/** The template that the text was made from: the one just chosen, or what the draft of an earlier visit says. */
const createUsed = (composing: Composing) => {
  const desk = useDesk();
  const [chosen, choose] = createSignal<Offer>();
  const [kept] = createResource(
    () => {
      const templateId = composing.templateId();
      return templateId !== undefined && templateId !== chosen()?.id && templateId;
    },
    async (templateId: string): Promise<Offer | undefined> => {
      try {
        const { items } = await createReplyApi(desk.api.http).offers(
          composing.card().id,
          composing.mode() === "private",
        );
        const offer = items.find(({ id }) => id === templateId);
        // Retired, or not for here any more: the words are the agent's own.
        if (!offer) composing.forgetTemplate();
        return offer;
      } catch (fault) {
        desk.report(fault);
        return undefined;
      }
    },
  );
  const offer = (): Offer | undefined => {
    const templateId = composing.templateId();
    if (templateId === undefined) return undefined;
    return [chosen(), kept.latest].find((each) => each?.id === templateId);
  };
  return { choose, offer };
};
