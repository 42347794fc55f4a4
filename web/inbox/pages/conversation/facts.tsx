import { createSignal, Show, Suspense } from "solid-js";
import { lazyWithWords } from "../../language/area.ts";
import { words } from "../../language/index.ts";
import { BookIcon } from "../../ui/icon.tsx";
import type { Composing } from "./composing.ts";
import { replyWords } from "./reply-words.ts";

const FactList = lazyWithWords(replyWords, () => import("./fact-list.tsx"));

/** The bank's approved facts beside the text: one press puts one in. */
export const FactsButton = (props: { composing: Composing }) => {
  const [open, setOpen] = createSignal(false);
  const close = () => {
    setOpen(false);
    props.composing.focus();
  };
  return (
    <Show when={!props.composing.isNote()}>
      <span class="emoji-place">
        <button
          type="button"
          class="button quiet icon-only small"
          aria-label={words().composer.facts}
          title={words().composer.facts}
          aria-haspopup="dialog"
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
        >
          <BookIcon />
        </button>
        <Show when={open()}>
          <Suspense>
            <FactList
              choose={(text) => {
                props.composing.insert(text);
                setOpen(false);
              }}
              language={props.composing.card().language}
              onClose={close}
            />
          </Suspense>
        </Show>
      </span>
    </Show>
  );
};
