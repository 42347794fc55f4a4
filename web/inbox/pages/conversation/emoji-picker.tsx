import { createMemo, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { folded } from "#core/search";
import { emojiWords } from "./emoji-words.ts";
import "../../style/emoji.css";

type Props = { choose: (emoji: string) => void; onClose: () => void };

/** By name or by sight. Enter takes the first; Tab goes through them; Escape goes back to the text. */
const EmojiPicker = (props: Props) => {
  const say = () => emojiWords.words();
  const [asked, setAsked] = createSignal("");
  const found = createMemo(() =>
    Object.entries(say().names).filter(([, name]) => folded(name).includes(folded(asked()))),
  );
  let place: HTMLDivElement | undefined;
  let field: HTMLInputElement | undefined;
  const outside = (event: PointerEvent) => {
    if (event.target instanceof Node && !place?.parentElement?.contains(event.target)) props.onClose();
  };
  onMount(() => {
    field?.focus();
    document.addEventListener("pointerdown", outside);
    onCleanup(() => document.removeEventListener("pointerdown", outside));
  });
  return (
    <div
      class="emoji-picker"
      role="dialog"
      aria-label={say().open}
      ref={(element) => (place = element)}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose();
        const [first] = found()[0] ?? [];
        if (event.key === "Enter" && event.target === field && first) {
          event.preventDefault();
          props.choose(first);
        }
      }}
    >
      <input
        class="emoji-field"
        ref={(element) => (field = element)}
        aria-label={say().field}
        placeholder={say().field}
        autocomplete="off"
        onInput={(event) => setAsked(event.currentTarget.value)}
      />
      <Show when={found().length > 0} fallback={<p class="quiet-text">{say().nothing}</p>}>
        <div class="emoji-all">
          <For each={found()}>
            {([emoji, name]) => (
              <button type="button" class="emoji" aria-label={name} title={name} onClick={() => props.choose(emoji)}>
                <span aria-hidden="true">{emoji}</span>
              </button>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
};

export default EmojiPicker;
