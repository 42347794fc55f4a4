import { Show } from "solid-js";
import type { Message } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { createReplyApi } from "../../data/reply/api.ts";
import { words } from "../../language/index.ts";
import { openIdOf } from "../frame/model.ts";

/** Its writer may take back what waits for a second pair of eyes, to write it otherwise. */
export const Withdrawal = (props: { message: Message; reuse: (message: Message) => void }) => {
  const desk = useDesk();
  const withdraw = async () => {
    const openId = openIdOf(location.pathname);
    const conversationId = props.message.conversationId ?? openId;
    if (!openId || !conversationId) return;
    try {
      await createReplyApi(desk.api.http).withdraw({ conversationId, messageId: props.message.id });
      props.reuse(props.message);
    } catch (fault) {
      desk.report(fault);
    }
    // Decided meanwhile, it is shown as it stands.
    desk.changes.touch([openId]);
  };
  return (
    <Show when={props.message.author.agentId === desk.me.agent.id}>
      <div class="message-actions">
        <button type="button" class="button small" onClick={() => void withdraw()}>
          {words().message.takeBack}
        </button>
      </div>
    </Show>
  );
};
