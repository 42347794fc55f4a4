import { createResource, For, onMount, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { createReplyApi } from "../../data/reply/api.ts";
import { language } from "../../language/index.ts";
import { replyWords } from "./reply-words.ts";
import "../../style/reply.css";

type Props = { choose: (text: string) => void; language: string | null | undefined; onClose: () => void };

/** In the customer's language where the bank speaks it. */
const FactList = (props: Props) => {
  const desk = useDesk();
  const [kit] = createResource(() => createReplyApi(desk.api.http).kit());
  const spoken = () =>
    props.language === "fr" || props.language === "en" ? props.language : language() === "fr" ? "fr" : "en";
  const facts = () => (kit.state === "ready" ? kit().kit.facts : []);
  let box: HTMLDivElement | undefined;
  onMount(() => box?.focus());
  return (
    <div
      class="fact-list"
      role="dialog"
      aria-label={replyWords.words().facts.open}
      tabindex="-1"
      ref={(element) => (box = element)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      <Show when={kit.state === "ready" && facts().length === 0}>
        <p class="quiet-text">{replyWords.words().facts.none}</p>
      </Show>
      <For each={facts()}>
        {(fact) => (
          <button type="button" class="fact-option" lang={spoken()} onClick={() => props.choose(fact.value[spoken()])}>
            <span>{fact.label[spoken()]}</span>
            <strong>{fact.value[spoken()]}</strong>
          </button>
        )}
      </For>
    </div>
  );
};

export default FactList;
