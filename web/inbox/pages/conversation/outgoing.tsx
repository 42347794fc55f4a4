import { Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import type { Outgoing } from "../../data/outgoing/model.ts";
import { words } from "../../language/index.ts";
import { ClipIcon, ClockIcon, WarningIcon } from "../../ui/icon.tsx";

/** A text the API has not answered for yet: it is shown at once, with what is becoming of it. */
export const OutgoingBubble = (props: { outgoing: Outgoing; conversationId: string }) => {
  const desk = useDesk();
  const discard = () => desk.sender.discard(props.conversationId, props.outgoing.key);
  const drop = () => {
    discard();
    desk.dropDraft(props.conversationId);
  };
  const edit = () => {
    desk.prepareDraft(props.conversationId, { mode: props.outgoing.kind, text: props.outgoing.text });
    discard();
  };
  const state = () => {
    const { sending } = words().message.delivery;
    const { retrying, waiting, refused } = words().message;
    return { sending, retrying, waiting, refused }[props.outgoing.state];
  };
  const stuck = () => props.outgoing.state === "waiting" || props.outgoing.state === "refused";
  return (
    <li
      class="message"
      data-direction="outbound"
      data-visibility={props.outgoing.kind === "note" ? "internal" : undefined}
      data-delivery={stuck() ? "failed" : "sending"}
    >
      <div class="message-head">
        <span class="message-author">{words().list.you}</span>
      </div>
      <div class="message-text">
        <Show when={props.outgoing.text}>{(text) => <p>{text()}</p>}</Show>
        <Show when={props.outgoing.fileName}>
          {(name) => (
            <p class="attachment">
              <ClipIcon />
              <span>{name()}</span>
            </p>
          )}
        </Show>
      </div>
      <p class="message-fate" data-delivery={stuck() ? "failed" : "sending"} role="status">
        <Show when={stuck()} fallback={<ClockIcon />}>
          <WarningIcon />
        </Show>
        <span>{state()}</span>
        <Show when={props.outgoing.reason}>
          <span class="reason">{props.outgoing.reason}</span>
        </Show>
      </p>
      <Show when={stuck()}>
        <div class="message-actions">
          <Show when={props.outgoing.state === "waiting"}>
            <button type="button" class="button small" onClick={() => desk.sender.retry(props.conversationId)}>
              {words().message.sendNow}
            </button>
          </Show>
          <button type="button" class="button small" onClick={edit}>
            {words().message.edit}
          </button>
          <button type="button" class="button quiet small" onClick={drop}>
            {words().message.discard}
          </button>
        </div>
      </Show>
    </li>
  );
};
