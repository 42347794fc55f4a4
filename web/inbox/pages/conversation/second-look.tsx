import { Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";

/** Nobody answered: a supervisor says whether that was right. */
export const SecondLook = (props: { card: Card; conversation: OpenConversation }) => {
  const desk = useDesk();
  return (
    <Show when={props.card.underReview && desk.can("curate")}>
      <section class="suggested" aria-label={words().care.look}>
        <p>
          <strong>{words().care.look}</strong> {words().care.lookLead}
        </p>
        <p class="suggested-choice">
          <button type="button" class="button small" onClick={() => void props.conversation.review("confirmed")}>
            {words().care.confirm}
          </button>
          <button type="button" class="button small" onClick={() => void props.conversation.review("rejected")}>
            {words().care.reject}
          </button>
        </p>
      </section>
    </Show>
  );
};
