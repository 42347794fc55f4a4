import { For, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { type Approval, REFUSALS, type ReplyApi } from "../../data/reply/api.ts";
import { rewritingsOf } from "../../data/reply/rewriting.ts";
import { Overtaken } from "./overtaken.tsx";
import { approvalWords } from "./words.ts";

type Doing = {
  item: Approval;
  api: ReplyApi;
  decide: (work: () => Promise<unknown>) => Promise<boolean>;
  stop: () => void;
};

/** Other words in its writer's name: they are told which. `isOver`: somebody else has decided; what is written stays. */
export const Change = (props: Doing & { isOver: boolean }) => {
  const say = approvalWords.words;
  const desk = useDesk();
  const rewritings = rewritingsOf(desk);
  const text = () => rewritings.text(props.item.messageId) ?? props.item.text;
  const drop = () => {
    rewritings.drop(props.item.messageId);
    props.stop();
  };
  /** Theirs until it is accepted, and gone before what waits is read again. */
  const send = () =>
    props.decide(async () => {
      await props.api.approve(props.item, text().trim());
      rewritings.drop(props.item.messageId);
    });
  return (
    <form
      class="desk-form"
      onKeyDown={(event) => event.key === "Escape" && !props.isOver && drop()}
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.isOver) void send();
      }}
    >
      <label>
        <span>{props.isOver ? say().yourWords : say().text}</span>
        <textarea
          rows="4"
          value={text()}
          ref={(element) => queueMicrotask(() => element.focus())}
          onInput={(event) => rewritings.write(props.item, event.currentTarget.value)}
        />
      </label>
      <Show when={!props.isOver} fallback={<Overtaken item={props.item} api={props.api} text={text()} drop={drop} />}>
        <p class="quiet-text">{say().told(desk.agentName(props.item.authorId))}</p>
        <p class="quiet-text">{say().again}</p>
        <div class="desk-buttons">
          <button type="submit" class="button primary" disabled={text().trim() === ""}>
            {say().send}
          </button>
          <button type="button" class="button" onClick={drop}>
            {say().cancel}
          </button>
        </div>
      </Show>
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
