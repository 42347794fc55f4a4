import { createEffect, createMemo, createResource, createSignal, For, on, Show } from "solid-js";
import { search } from "#core/template/search";
import { useDesk } from "../../data/desk.ts";
import { createReplyApi, type Offer } from "../../data/reply/api.ts";
import type { Composing } from "./composing.ts";
import { replyWords } from "./reply-words.ts";
import { TemplateText } from "./template-text.tsx";
import "../../style/reply.css";

type Props = { composing: Composing; query: string; choose: (offer: Offer) => void; onClose: () => void };

const SHOWN = 8;

/** What may be used here, filled, and what the customer would read. */
const TemplatePicker = (props: Props) => {
  const desk = useDesk();
  const say = () => replyWords.words().template;
  const [offers] = createResource(
    () => ({ id: props.composing.card().id, isPrivately: props.composing.mode() === "private" }),
    async ({ id, isPrivately }) => {
      try {
        return (await createReplyApi(desk.api.http).offers(id, isPrivately)).items;
      } catch (fault) {
        desk.report(fault);
        throw fault;
      }
    },
  );
  const [at, setAt] = createSignal(0);
  const found = createMemo(() =>
    offers.state === "ready" ? search(offers(), props.query, replyWords.words().topics).slice(0, SHOWN) : [],
  );
  createEffect(on(found, () => setAt(0)));
  let list: HTMLDivElement | undefined;
  const goTo = (place: number) => {
    setAt(place);
    list?.children[place]?.scrollIntoView({ block: "nearest" });
  };
  props.composing.onKey((event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const offer = found()[at()];
    if (event.key === "Escape") props.onClose();
    else if (step !== undefined && found().length > 0) goTo((at() + step + found().length) % found().length);
    else if (offer && !event.ctrlKey && !event.metaKey && (event.key === "Enter" || event.key === "Tab")) {
      props.choose(offer);
    } else return false;
    return true;
  });
  return (
    <div class="template-picker">
      <Show
        when={found().length > 0}
        fallback={<p class="quiet-text template-state">{stateOf(offers.state, say())}</p>}
      >
        <div
          class="template-list"
          role="listbox"
          aria-label={say().list}
          tabindex="0"
          ref={(element) => (list = element)}
        >
          <For each={found()}>
            {(offer, index) => (
              <button
                type="button"
                class="template-option"
                role="option"
                tabindex="-1"
                aria-selected={index() === at()}
                onClick={() => props.choose(offer)}
                onPointerEnter={() => setAt(index())}
              >
                <span class="template-name">{offer.name}</span>
                <span class="template-language" lang={offer.language}>
                  {offer.language}
                </span>
              </button>
            )}
          </For>
        </div>
        <Show when={found()[at()]}>
          {(offer) => (
            <p class="template-preview" lang={offer().language}>
              <TemplateText text={offer().text} pieces={offer().pieces} />
            </p>
          )}
        </Show>
      </Show>
      <p class="quiet-text template-hint">{say().hint}</p>
      <p class="sr-only" role="status">
        {found()[at()] ? `${say().found(found().length)}. ${found()[at()]?.name}` : ""}
      </p>
    </div>
  );
};

const stateOf = (state: string, say: { loading: string; failed: string; none: string }): string => {
  if (state === "errored") return say.failed;
  return state === "ready" ? say.none : say.loading;
};

export default TemplatePicker;
