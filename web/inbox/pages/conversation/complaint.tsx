import { Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";

/** The words suggest a complaint: an agent says whether it is one. */
export const SuggestedComplaint = (props: { card: Card; conversation: OpenConversation }) => {
  const desk = useDesk();
  return (
    <Show when={props.card.status === "open" && props.card.complaint?.status === "suggested" && desk.can("reply")}>
      <section class="suggested" aria-label={words().complaint.title}>
        <p>
          <strong>{words().complaint.title}</strong> {words().complaint.lead}
        </p>
        <p class="suggested-choice">
          <button type="button" class="button small" onClick={() => void props.conversation.judgeComplaint("confirm")}>
            {words().complaint.confirm}
          </button>
          <button type="button" class="button small" onClick={() => void props.conversation.judgeComplaint("refuse")}>
            {words().complaint.refuse}
          </button>
        </p>
      </section>
    </Show>
  );
};
