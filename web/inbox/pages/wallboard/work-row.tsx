import { Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import type { BoardAction } from "../../data/wallboard/actions.ts";
import { ChannelGlyph } from "../../ui/channel-glyph.tsx";
import { now } from "../../ui/clock.ts";
import { contactName } from "../../ui/contact-name.ts";
import { Deadline } from "../../ui/deadline.tsx";
import { deadlineOf } from "../../ui/deadline-model.ts";
import { previewOf } from "../../ui/preview.ts";
import { wallboardWords } from "./words.ts";

type RowProps = {
  card: Card;
  holder: string;
  isChosen: boolean;
  choose: (on: boolean) => void;
  act: (action: BoardAction) => void;
};

/** One conversation: who waits, how long still, with whom, and the two things done most. */
export const WorkRow = (props: RowProps) => {
  const name = () => contactName(props.card);
  return (
    <li class="work-row" data-state={deadlineOf(props.card, now()).state}>
      <input
        type="checkbox"
        aria-label={wallboardWords.words().list.select(name())}
        checked={props.isChosen}
        onChange={(event) => props.choose(event.currentTarget.checked)}
      />
      <ChannelGlyph channel={props.card.channel} />
      <a class="work-link" href={`/c/${encodeURIComponent(props.card.id)}`}>
        <span class="work-name">
          {name()}
          <Show when={props.card.priority === "urgent"}>
            <span class="work-urgent">{wallboardWords.words().list.urgent}</span>
          </Show>
        </span>
        <span class="work-preview">{previewOf(props.card)}</span>
      </a>
      <span class="work-facts">
        <Deadline card={props.card} />
        <span class="work-holder" data-nobody={props.card.assignee === null ? "" : undefined}>
          {props.holder}
        </span>
      </span>
      <span class="work-acts">
        <button
          type="button"
          class="button quiet small"
          aria-label={`${wallboardWords.words().list.take}, ${name()}`}
          onClick={() => props.act({ kind: "take" })}
        >
          {wallboardWords.words().list.take}
        </button>
      </span>
    </li>
  );
};
