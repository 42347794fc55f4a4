import { Show } from "solid-js";
import type { Offer } from "../../data/reply/api.ts";
import { LockIcon } from "../../ui/icon.tsx";
import { replyWords } from "./reply-words.ts";
import "../../style/reply.css";

/** Which template the text was made from, what is still to be said, and what is locked. */
const TemplateSource = (props: { offer: Offer; text: string; forget: () => void }) => {
  const say = () => replyWords.words().template;
  const slots = () => props.offer.pieces.flatMap(({ kind, name }) => (kind === "slot" && name ? [name] : []));
  const isUntouched = () => props.text === props.offer.text;
  const isLocked = () => props.offer.pieces.some(({ kind }) => kind === "locked");
  return (
    <div class="template-source">
      <LockIcon />
      <span>
        <strong>{say().from(props.offer.name)}</strong>{" "}
        <Show when={slots().length > 0 && isUntouched()}>{say().fill(slots().join(", "))}. </Show>
        <Show when={isLocked()}>{say().locked}</Show>
      </span>
      <button type="button" class="button small quiet" onClick={() => props.forget()}>
        {say().forget}
      </button>
    </div>
  );
};

export default TemplateSource;
