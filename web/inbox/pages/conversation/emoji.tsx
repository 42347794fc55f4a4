import { createSignal, Show, Suspense } from "solid-js";
import { lazyWithWords } from "../../language/area.ts";
import { words } from "../../language/index.ts";
import { SmileIcon } from "../../ui/icon.tsx";
import type { Composing } from "./composing.ts";
import { emojiWords } from "./emoji-words.ts";

const Picker = lazyWithWords(emojiWords, () => import("./emoji-picker.tsx"));

/** A small kept set of emoji, fetched when it is opened. */
export const EmojiButton = (props: { composing: Composing }) => {
  const [open, setOpen] = createSignal(false);
  const close = () => {
    setOpen(false);
    props.composing.focus();
  };
  return (
    <span class="emoji-place">
      <button
        type="button"
        class="button quiet icon-only small"
        aria-label={words().composer.emoji}
        title={words().composer.emoji}
        aria-haspopup="dialog"
        aria-expanded={open()}
        onClick={() => setOpen(!open())}
      >
        <SmileIcon />
      </button>
      <Show when={open()}>
        <Suspense>
          <Picker
            choose={(emoji) => {
              props.composing.insert(emoji);
              setOpen(false);
            }}
            onClose={close}
          />
        </Suspense>
      </Show>
    </span>
  );
};
