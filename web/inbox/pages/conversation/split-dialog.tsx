import { useNavigate } from "@solidjs/router";
import { createSignal, For } from "solid-js";
import type { Card, Message } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { readable } from "../../language/label.ts";
import { contactName } from "../../ui/contact-name.ts";
import { Moment } from "../../ui/moment.tsx";
import { conversationPath } from "../frame/model.ts";
import { holderName } from "../list/model.ts";
import { FormDialog } from "./form-dialog.tsx";
import { firstChoice, MOST_TAKEN, mayGo, onwardFrom, splittable } from "./split-model.ts";
import { splitWords } from "./split-words.ts";

type Props = { card: Card; conversation: OpenConversation; filter: Filter; onClose: () => void };

/** Which messages are another matter; they open as a conversation of their own. */
const SplitDialog = (props: Props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const say = () => splitWords.words();
  const { attempt, dismiss, fault } = createAttempt();
  // Pressed twice, or again after a lost answer, it is one conversation.
  const key = crypto.randomUUID();
  const messages = () => splittable(props.conversation.state.thread.messages);
  const [chosen, setChosen] = createSignal(firstChoice(messages()));
  const toggle = (id: string) =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
  const split = async () => {
    const isDone = await attempt(async () => {
      const part = await desk.api.split(props.card.id, key, chosen());
      desk.changes.touch([props.card.id, part.id]);
      navigate(conversationPath(part.id, props.filter));
    });
    if (isDone) props.onClose();
  };
  return (
    <FormDialog
      title={say().title}
      lead={say().lead}
      fault={fault()}
      dismiss={dismiss}
      submit={split}
      onClose={props.onClose}
    >
      <fieldset class="care-group split-messages">
        <legend>{say().messages}</legend>
        <For each={messages()}>
          {(message) => (
            <label class="split-message" data-direction={message.direction}>
              <input type="checkbox" checked={chosen().includes(message.id)} onChange={() => toggle(message.id)} />
              <span class="around-words">
                <span class="around-line">
                  <strong>{authorOf(message, props.card)}</strong>
                  <Moment at={message.occurredAt} />
                </span>
                <span class="split-text">{readable(message.text) || say().noWords}</span>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <div class="care-line">
        <button type="submit" class="button primary" disabled={!mayGo(messages(), chosen())}>
          {say().make}
        </button>
        <button type="button" class="button" onClick={() => setChosen((ids) => onwardFrom(messages(), ids))}>
          {say().onward}
        </button>
        <span class="quiet-text" role="status">
          {chosen().length > MOST_TAKEN ? say().tooMany(MOST_TAKEN) : say().chosen(chosen().length)}
        </span>
      </div>
    </FormDialog>
  );
};

const authorOf = ({ author, direction, kind }: Message, card: Card): string => {
  const desk = useDesk();
  if (kind === "note") return words().composer.note;
  if (author.agentId) return holderName(author.agentId, desk.agents(), desk.me.agent.id, words());
  return direction === "outbound" ? words().conversation.bank : contactName(card);
};

export default SplitDialog;
