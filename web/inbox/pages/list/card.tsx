import { createMemo } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { ChannelGlyph } from "../../ui/channel-glyph.tsx";
import { now } from "../../ui/clock.ts";
import { contactName } from "../../ui/contact-name.ts";
import { deadlineOf } from "../../ui/deadline-model.ts";
import { Moment } from "../../ui/moment.tsx";
import { previewOf } from "../../ui/preview.ts";
import { conversationPath } from "../frame/model.ts";
import { holderName } from "./model.ts";
import { CareSigns, FactSigns } from "./signs.tsx";

/** One conversation in the list: who, what, how long still, with whom. */
export const CardLink = (props: { card: Card; filter: Filter; isOpen: boolean }) => {
  const desk = useDesk();
  const urgency = createMemo(() => deadlineOf(props.card, now()).state);
  /** What is closed is nobody's to take. */
  const isOver = () => props.card.status === "closed" && props.card.assignee === null;
  const holder = () => holderName(props.card.assignee, desk.agents(), desk.me.agent.id, words());
  const readAhead = (event: MouseEvent) => {
    if (isPlain(event) && !props.isOpen) desk.readAhead(props.card.id);
  };
  return (
    <a
      class="card"
      href={conversationPath(props.card.id, props.filter)}
      aria-current={props.isOpen ? "page" : undefined}
      data-id={props.card.id}
      data-urgency={urgency()}
      onPointerDown={(event) => event.pointerType === "mouse" && event.button === 0 && readAhead(event)}
      onClick={(event) => readAhead(event)}
    >
      <ChannelGlyph channel={props.card.channel} />
      <span class="card-body">
        <span class="card-line">
          <span class="card-name">{contactName(props.card)}</span>
          <CareSigns card={props.card} />
          <Moment at={props.card.lastMessageAt} />
        </span>
        <span class="card-preview" data-covered={props.card.abusive ? "" : undefined}>
          {previewOf(props.card)}
        </span>
        <span class="card-line card-facts">
          <FactSigns card={props.card} />
          <span class="holder" data-nobody={props.card.assignee === null ? "" : undefined}>
            {isOver() ? "" : holder()}
          </span>
        </span>
      </span>
    </a>
  );
};

/** It goes on in this page, and not in another tab or window. */
const isPlain = ({ altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  !(altKey || ctrlKey || metaKey || shiftKey);
