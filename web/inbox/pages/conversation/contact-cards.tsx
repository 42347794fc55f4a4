import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { ChannelGlyph } from "../../ui/channel-glyph.tsx";
import { contactName } from "../../ui/contact-name.ts";
import { Moment } from "../../ui/moment.tsx";
import { previewOf } from "../../ui/preview.ts";
import { conversationPath } from "../frame/model.ts";
import { mayMerge } from "./merged.tsx";

type CardsProps = {
  title: string;
  empty?: string;
  cards: readonly Card[];
  filter: Filter;
  isOthers?: true;
  /** Those that can be read as one with this are offered for it. */
  here?: Card;
  merge?: (other: Card) => void;
};

/** Other conversations, each a line. */
export const Cards = (props: CardsProps) => (
  <section class="details-part">
    <h3>{props.title}</h3>
    <Show when={props.cards.length > 0} fallback={<p class="quiet-text">{props.empty}</p>}>
      <ul class="around-cards">
        <For each={props.cards}>
          {(card) => (
            <li>
              <A class="around-card" href={conversationPath(card.id, props.filter)}>
                <ChannelGlyph channel={card.channel} />
                <span class="around-words">
                  <span class="around-line">
                    <strong>{props.isOthers ? contactName(card) : words().channel[card.channel]}</strong>
                    <Moment at={card.lastMessageAt} />
                  </span>
                  <span class="around-preview">{previewOf(card)}</span>
                  <span class="quiet-text">
                    {card.status === "open" ? words().conversation.open : words().conversation.closed}
                  </span>
                </span>
              </A>
              <Show when={props.here && props.merge && mayMerge(card, props.here)}>
                <button
                  type="button"
                  class="button small"
                  title={words().conversation.mergeMeans}
                  aria-label={words().which(words().conversation.mergeHere, previewOf(card))}
                  onClick={() => props.merge?.(card)}
                >
                  {words().conversation.mergeHere}
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
);
