import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { ariaKeys } from "../../action/binding.ts";
import { language, words } from "../../language/index.ts";
import { DownIcon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu/view.tsx";
import { sendKeys } from "../../ui/platform.ts";
import { clockText, dateText } from "../../ui/time-model.ts";
import { TOOLS } from "./composer-parts.ts";
import type { Composing, Then } from "./composing.ts";

type Props = { composing: Composing; send: (then: Then) => void };

/** How much room is left, how the draft is kept, and the ways to send. */
export const ComposerFoot = (props: Props) => {
  const { composing } = props;
  const counted = () => {
    const { left, state } = composing.counter();
    return state === "over" ? words().composer.over(-left) : words().composer.counter(left);
  };
  return (
    <div class="composer-foot">
      <For each={TOOLS}>{(part) => <Dynamic component={part} composing={composing} />}</For>
      <p class="counter" id="composer-counter" data-state={composing.isNote() ? "quiet" : composing.counter().state}>
        {composing.isNote() ? "" : counted()}
      </p>
      <Facts composing={composing} />
      <span class="send-keys" aria-hidden="true">
        <For each={sendKeys()}>{(key) => <kbd>{key}</kbd>}</For>
      </span>
      <span class="send-group">
        <button
          type="submit"
          class="button primary"
          aria-keyshortcuts={ariaKeys("write.send")}
          disabled={!composing.maySend()}
        >
          {composing.isNote() ? words().composer.addNote : words().composer.send}
        </button>
        <Ways composing={composing} send={props.send} />
      </span>
    </div>
  );
};

const Ways = (props: Props) => {
  const say = () => words().keys.list;
  const items = () => [
    { id: "next", label: say().sendNext, onSelect: () => props.send({ next: true }) },
    ...(props.composing.isNote()
      ? []
      : [
          { id: "close", label: say().sendClose, onSelect: () => props.send({ close: true }) },
          { id: "close-next", label: say().sendCloseNext, onSelect: () => props.send({ close: true, next: true }) },
        ]),
  ];
  return (
    <Menu
      class="button primary send-more"
      label={words().composer.more}
      disabled={!props.composing.maySend()}
      items={items()}
    >
      <DownIcon />
    </Menu>
  );
};

/** The signature, the platform's window, and a draft that could not be kept: what is good to know before writing. */
const Facts = (props: { composing: Composing }) => {
  const closesAt = () => (props.composing.isNote() ? null : props.composing.card().replyWindowClosesAt);
  return (
    <p class="composer-facts">
      <Show when={props.composing.signature()}>{(initials) => <span class="signature">^{initials()}</span>}</Show>
      <Show when={closesAt()}>
        {(at) => (
          <span class="window-fact">
            {words().conversation.answerUntil(dateText(at(), language()), clockText(at()))}
          </span>
        )}
      </Show>
      <span role="status">
        <Show when={props.composing.keeping() === "unsaved"}>{words().composer.unsaved}</Show>
      </span>
    </p>
  );
};
