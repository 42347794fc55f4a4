import { onCleanup, onMount, Show } from "solid-js";
import { ariaKeys } from "../../action/binding.ts";
import type { Card } from "../../data/api-types.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { handleOf } from "../../data/news/model.ts";
import { words } from "../../language/index.ts";
import { bringFocus } from "../../ui/bring-focus.ts";
import { ChannelGlyph } from "../../ui/channel-glyph.tsx";
import { contactName } from "../../ui/contact-name.ts";
import { Deadline } from "../../ui/deadline.tsx";
import { BackIcon, PersonIcon } from "../../ui/icon.tsx";
import { Later } from "../../ui/later.tsx";
import { listPath } from "../frame/model.ts";
import { Actions } from "./actions.tsx";

type Props = {
  card: Card;
  conversation: OpenConversation;
  filter: Filter;
  /** The panel of facts, where it is not always beside the thread. */
  details: { isOpen: boolean; toggle: () => void };
};

/** Whose conversation it is, how long it may wait, and what can be done with it. */
export const Header = (props: Props) => {
  let heading: HTMLHeadingElement | undefined;
  // The route changed: who navigates by keyboard or ear is brought along.
  onMount(() => bringFocus(() => heading));
  // What is taken away with the focus in it has the browser lay the page out in the middle of a change.
  onCleanup(() => document.activeElement === heading && heading?.blur());
  return (
    <header class="conversation-head">
      <a class="button quiet icon-only back" href={listPath(props.filter)} aria-label={words().conversation.back}>
        <BackIcon />
      </a>
      <ChannelGlyph channel={props.card.channel} />
      <div class="who">
        <h1 class="who-name" tabindex="-1" ref={(element) => (heading = element)}>
          {contactName(props.card)}
        </h1>
        <p class="who-line">
          <Deadline card={props.card} />
          <Show when={props.card.contact.name && props.card.contact.handle}>
            <span>{handleOf(props.card)}</span>
          </Show>
          <span class="who-channel">{words().channel[props.card.channel]}</span>
        </p>
      </div>
      <button
        type="button"
        class="button quiet icon-only details-button"
        aria-label={words().conversation.details}
        aria-expanded={props.details.isOpen}
        aria-controls="details"
        aria-keyshortcuts={ariaKeys("conversation.details")}
        onClick={() => props.details.toggle()}
      >
        <PersonIcon />
      </button>
      {/* Nobody acts on what they have not read: first the words. */}
      <Show when={props.conversation.state.card} fallback={<ActionsPlace card={props.card} />}>
        {(card) => (
          <Later place={<ActionsPlace card={props.card} />}>
            <Actions card={card()} conversation={props.conversation} filter={props.filter} />
          </Later>
        )}
      </Show>
    </header>
  );
};

/** A row on a telephone; what is closed leaves a button or none, beside the name. */
const ActionsPlace = (props: { card: Card }) => <div class="actions-place" hidden={props.card.status !== "open"} />;
