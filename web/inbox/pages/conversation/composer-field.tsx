import { onCleanup } from "solid-js";
import { words } from "../../language/index.ts";
import { contactName } from "../../ui/contact-name.ts";
import type { Handover } from "./ahead.tsx";
import { type Composing, leaveField } from "./composing.ts";

/** `gone`: it was taken away, and whether the keyboard was in it. */
type Props = { composing: Composing; handover: Handover; gone: (hadFocus: boolean) => void };

/** The text itself. It grows with what is written, as far as there is room. */
export const ComposerField = (props: Props) => {
  const { composing } = props;
  const label = () =>
    composing.isNote() ? words().composer.noteLabel : words().composer.replyLabel(contactName(composing.card()));
  let field: HTMLTextAreaElement | undefined;
  props.handover.arrive(() => field);
  onCleanup(() => props.gone(document.activeElement === field));
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    if (event.isComposing) return;
    if (composing.takeKey(event)) event.preventDefault();
    else if (event.key === "Escape") leaveField(event.currentTarget);
  };
  return (
    <textarea
      class="composer-field"
      ref={(element) => {
        field = element;
        composing.setField(element);
      }}
      aria-label={label()}
      aria-describedby="composer-counter"
      aria-invalid={composing.isOver()}
      placeholder={composing.isNote() ? words().composer.notePlaceholder : words().composer.replyPlaceholder}
      rows="2"
      value={composing.text()}
      onInput={(event) => {
        composing.setText(event.currentTarget.value);
        composing.follow();
      }}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        const [file] = event.clipboardData?.files ?? [];
        if (!file || composing.fileKinds().length === 0) return;
        event.preventDefault();
        composing.attach(file);
      }}
      onKeyUp={composing.follow}
      onPointerUp={composing.follow}
      onFocus={composing.follow}
    />
  );
};
