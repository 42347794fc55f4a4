import { createSignal, For } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { type Approval, REFUSALS, type ReplyApi } from "../../data/reply/api.ts";
import { approvalWords } from "./words.ts";

type Doing = {
  item: Approval;
  api: ReplyApi;
  decide: (work: () => Promise<unknown>) => Promise<boolean>;
  stop: () => void;
};

/** Other words in its writer's name: they are told which. */
export const Change = (props: Doing) => {
  const say = approvalWords.words;
  const desk = useDesk();
  const [text, setText] = createSignal(props.item.text);
  return (
    <form
      class="desk-form"
      onKeyDown={(event) => event.key === "Escape" && props.stop()}
      onSubmit={(event) => {
        event.preventDefault();
        void props.decide(() => props.api.approve(props.item, text().trim()));
      }}
    >
      <label>
        <span>{say().text}</span>
        <textarea
          rows="4"
          value={text()}
          ref={(element) => queueMicrotask(() => element.focus())}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="quiet-text">{say().told(desk.agentName(props.item.authorId))}</p>
      <div class="desk-buttons">
        <button type="submit" class="button primary" disabled={text().trim() === ""}>
          {say().send}
        </button>
        <button type="button" class="button" onClick={() => props.stop()}>
          {say().cancel}
        </button>
      </div>
    </form>
  );
};

export const Refuse = (props: Doing) => {
  const say = approvalWords.words;
  return (
    <fieldset class="desk-form" onKeyDown={(event) => event.key === "Escape" && props.stop()}>
      <legend>{say().reasonTitle}</legend>
      <div class="desk-buttons">
        <For each={REFUSALS}>
          {(reason, index) => (
            <button
              type="button"
              class="button"
              ref={(element) => index() === 0 && queueMicrotask(() => element.focus())}
              onClick={() => void props.decide(() => props.api.refuse(props.item, reason))}
            >
              {say().reasons[reason]}
            </button>
          )}
        </For>
        <button type="button" class="button quiet" onClick={() => props.stop()}>
          {say().cancel}
        </button>
      </div>
    </fieldset>
  );
};
