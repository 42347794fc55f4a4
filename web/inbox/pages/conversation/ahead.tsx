import { onCleanup, onMount } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { changeDraft, leaveField } from "./composing.ts";

/** Where the keyboard is between two fields for the same words, of which one takes the other's place. */
export type Handover = ReturnType<typeof createHandover>;

export const createHandover = () => {
  let field: HTMLTextAreaElement | undefined;
  /** Where the caret was; undefined when the keyboard was elsewhere. */
  let caret: number | undefined;
  const take = () => {
    if (caret === undefined || field === undefined) return;
    field.focus();
    field.setSelectionRange(caret, caret);
    caret = undefined;
  };
  return {
    /** To be called where a field is made. */
    arrive: (element: () => HTMLTextAreaElement | undefined) => {
      onMount(() => {
        field = element();
        take();
      });
      onCleanup(() => {
        if (field !== undefined && document.activeElement === field) caret = field.selectionStart;
        field = undefined;
      });
    },
    /** Into the field, or into the next one. */
    focus: () => {
      caret = Number.MAX_SAFE_INTEGER;
      take();
    },
    /** No field comes: whether the keyboard waited for it. */
    drop: (): boolean => {
      const waited = caret !== undefined;
      caret = undefined;
      return waited;
    },
  };
};

/**
 * Stands where the composer comes, and takes what is typed until it is there: whoever presses the key for an answer and
 * writes on loses no letter, and none of them acts as a key.
 */
export const Ahead = (props: { card: Card; handover: Handover }) => {
  const desk = useDesk();
  const { id } = props.card;
  const draft = () => desk.draft(id);
  const isNote = () => draft().mode === "note";
  let field: HTMLTextAreaElement | undefined;
  props.handover.arrive(() => field);
  return (
    <div class="composer-place">
      <textarea
        class="composer-ahead"
        ref={(element) => (field = element)}
        aria-label={isNote() ? words().composer.notePlaceholder : words().composer.replyPlaceholder}
        value={draft().text}
        onInput={(event) => changeDraft(desk, props.card, { text: event.currentTarget.value })}
        onKeyDown={(event) => event.key === "Escape" && !event.isComposing && leaveField(event.currentTarget)}
      />
    </div>
  );
};
