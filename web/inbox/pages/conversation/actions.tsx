import { Show } from "solid-js";
import type { Card, Outcome } from "../../data/api-types.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { CheckIcon, DownIcon, PersonIcon, ReopenIcon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu/view.tsx";
import { holderName } from "../list/model.ts";
import { candidatesOf, mayClose, mayHandOn, mayTake } from "./action-model.ts";

const OUTCOMES: readonly Outcome[] = ["answered", "no-answer-needed", "redirected"];

/** Take, assign, close, reopen: as far as the agent's role goes. */
export const Actions = (props: { card: Card; conversation: OpenConversation }) => {
  const desk = useDesk();
  const isOpen = () => props.card.status === "open";
  const outcomes = () =>
    OUTCOMES.map((outcome) => ({
      id: outcome,
      label: words().conversation.outcome[outcome],
      onSelect: () => void props.conversation.close(outcome),
    }));
  return (
    <div class="actions">
      {/* Who assigns finds themselves in the menu beside it. */}
      <Show when={mayTake(props.card, desk) && props.card.assignee === null}>
        <button type="button" class="button" onClick={() => void props.conversation.take()}>
          <span>{words().conversation.take}</span>
        </button>
      </Show>
      <Show when={mayHandOn(props.card, desk)}>
        <AssignMenu card={props.card} conversation={props.conversation} />
      </Show>
      <Show when={mayClose(props.card, desk)}>
        <Menu class="button" title={words().conversation.closeAs} items={outcomes()}>
          <CheckIcon />
          <span>{words().conversation.close}</span>
          <DownIcon />
        </Menu>
      </Show>
      <Show when={!isOpen() && desk.can("reply")}>
        <button type="button" class="button" onClick={() => void props.conversation.reopen()}>
          <ReopenIcon />
          <span>{words().conversation.reopen}</span>
        </button>
      </Show>
    </div>
  );
};

const AssignMenu = (props: { card: Card; conversation: OpenConversation }) => {
  const desk = useDesk();
  const assign = (agentId: string | null) => void props.conversation.assign(agentId);
  const items = () => [
    {
      id: "",
      label: words().conversation.unassign,
      checked: props.card.assignee === null,
      onSelect: () => assign(null),
    },
    ...candidatesOf(desk.agents(), desk).map((agent) => ({
      id: agent.id,
      label: agent.name,
      hint: agent.present ? words().conversation.load(agent.load, agent.capacity) : words().conversation.absent,
      checked: props.card.assignee === agent.id,
      onSelect: () => assign(agent.id),
    })),
  ];
  return (
    <Menu class="button" title={words().conversation.assignTo} items={items()} onOpen={() => void desk.loadAgents()}>
      <PersonIcon />
      <Show when={props.card.assignee !== null} fallback={<span>{words().conversation.assign}</span>}>
        <span class="sr-only">{words().conversation.assign}</span>
        <span class="assign-name">{holderName(props.card.assignee, desk.agents(), desk.me.agent.id, words())}</span>
      </Show>
      <DownIcon />
    </Menu>
  );
};
