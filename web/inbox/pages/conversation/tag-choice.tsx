import { createSignal, For, Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import { careWords } from "./care-words.ts";
import { Trouble } from "./trouble.tsx";

/** The bank's tags, each on or off, and a word of one's own where none fits. */
export const TagChoice = (props: { card: Card; conversation: OpenConversation }) => {
  const desk = useDesk();
  const say = () => careWords.words();
  const [name, setName] = createSignal("");
  const { attempt, dismiss, fault } = createAttempt();
  const isOn = (id: string) => props.card.tags.includes(id);
  const offered = () => desk.tags().filter(({ id, retired }) => !retired || isOn(id));
  const add = async (event: Event) => {
    event.preventDefault();
    await attempt(async () => {
      const tag = await desk.makeTag(name().trim());
      setName("");
      await props.conversation.tag(tag.id);
    });
  };
  return (
    <fieldset class="care-group tag-choice">
      <legend>{say().tags}</legend>
      <Show when={offered().length > 0} fallback={<p class="quiet-text">{say().noTags}</p>}>
        <div class="tag-list">
          <For each={offered()}>
            {(tag) => (
              <label class="tag-option">
                <input
                  type="checkbox"
                  checked={isOn(tag.id)}
                  onChange={() =>
                    void (isOn(tag.id) ? props.conversation.untag(tag.id) : props.conversation.tag(tag.id))
                  }
                />
                <span>{tag.name}</span>
              </label>
            )}
          </For>
        </div>
      </Show>
      <form class="care-line" onSubmit={(event) => void add(event)}>
        <input
          class="input"
          required
          maxlength="40"
          aria-label={say().newTag}
          placeholder={say().newTag}
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button small">
          {say().addTag}
        </button>
      </form>
      <Show when={fault()}>{(known) => <Trouble fault={known()} dismiss={dismiss} />}</Show>
    </fieldset>
  );
};
