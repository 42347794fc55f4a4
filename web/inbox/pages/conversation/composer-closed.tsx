import { Match, onMount, Show, Switch } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { holderName } from "../list/model.ts";
import type { Composing } from "./composing.ts";

/** X opens the encrypted chats of whoever is signed in there. */
const X_MESSAGES = "https://x.com/messages";

/**
 * Why no answer can be written here, and what was begun before that was so: a colleague may have taken the conversation in
 * the middle of a sentence. `takesFocus`: the field that is gone had it.
 */
export const Closed = (props: { composing: Composing; takesFocus: boolean }) => {
  const desk = useDesk();
  const { composing } = props;
  let told: HTMLElement | undefined;
  onMount(() => props.takesFocus && told?.focus());
  return (
    <div class="composer-closed">
      <p role="status" tabindex="-1" ref={(element) => (told = element)}>
        <Switch>
          <Match when={composing.writing() === "closed"}>{words().composer.closed}</Match>
          <Match when={composing.writing() === "window-closed"}>{words().conversation.windowClosed}</Match>
          <Match when={composing.writing() === "held"}>
            {words().composer.held(holderName(composing.card().assignee, desk.agents(), desk.me.agent.id, words()))}
          </Match>
          <Match when={composing.writing() === "another-application"}>{words().elsewhere.anotherApplication}</Match>
          <Match when={composing.writing() === "encrypted"}>
            {words().elsewhere.encrypted}{" "}
            <a href={X_MESSAGES} target="_blank" rel="noopener noreferrer">
              {words().elsewhere.answerInX}
            </a>
          </Match>
        </Switch>
      </p>
      <Show when={composing.text().trim()}>
        {(text) => (
          <>
            <p class="quiet-text">{words().composer.kept}</p>
            <blockquote>{text()}</blockquote>
            <button
              type="button"
              class="button small"
              onClick={() => {
                composing.makeNote();
                queueMicrotask(composing.focus);
              }}
            >
              {words().composer.makeNote}
            </button>
          </>
        )}
      </Show>
    </div>
  );
};
