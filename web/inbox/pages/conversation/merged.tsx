import { A } from "@solidjs/router";
import { For, Match, Show, Switch } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { conversationPath } from "../frame/model.ts";
import { mayCareFor } from "./action-model.ts";

type Props = { card: Card; conversation: OpenConversation; filter: Filter };

/** Where the talk goes on, or which other threads are read here; each can be on its own again. */
export const Merged = (props: Props) => {
  const desk = useDesk();
  const say = () => words().conversation;
  return (
    <Switch>
      <Match when={props.card.mergedIntoId}>
        {(intoId) => (
          <>
            <A href={conversationPath(intoId(), props.filter)}>{say().mergedInto}</A>
            <span class="fact-more">{say().mergedMeans}</span>
            <Show when={desk.can("reply")}>
              <button type="button" class="button small" onClick={() => void props.conversation.separate()}>
                {say().separate}
              </button>
            </Show>
          </>
        )}
      </Match>
      <Match when={props.card.mergedIds.length > 0}>
        <For each={props.card.mergedIds}>
          {(id, index) => (
            <span class="merged-one">
              <A href={conversationPath(id, props.filter)}>{say().mergedOne(index() + 2)}</A>
              <Show when={mayCareFor(props.card, desk)}>
                <button
                  type="button"
                  class="button small"
                  aria-label={say().separateOne(index() + 2)}
                  onClick={() => void props.conversation.separate(id)}
                >
                  {say().separate}
                </button>
              </Show>
            </span>
          )}
        </For>
      </Match>
    </Switch>
  );
};

/** Of which thread it is a part, and the way back; or which parts of this thread are on their own. */
export const Parts = (props: Props) => {
  const desk = useDesk();
  const say = () => words().conversation;
  return (
    <Show
      when={props.card.splitFromId}
      fallback={
        <For each={props.card.partIds}>
          {(id, index) => <A href={conversationPath(id, props.filter)}>{say().part(index() + 2)}</A>}
        </For>
      }
    >
      {(threadId) => (
        <>
          <A href={conversationPath(threadId(), props.filter)}>{say().splitFrom}</A>
          <Show when={props.card.mergedIntoId === null}>
            <span class="fact-more">{say().splitMeans}</span>
            <Show when={mayCareFor(props.card, desk)}>
              <button type="button" class="button small" onClick={() => void props.conversation.mergeBack(threadId())}>
                {say().mergeBack}
              </button>
            </Show>
          </Show>
        </>
      )}
    </Show>
  );
};

/** The same customer in the same place: their words can be read as one. */
export const mayMerge = (other: Card, here: Card): boolean =>
  here.status === "open" &&
  here.channel !== "secure" &&
  other.mergedIntoId === null &&
  other.channel === here.channel &&
  other.visibility === here.visibility;
