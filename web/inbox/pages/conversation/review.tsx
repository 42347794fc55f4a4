import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Message } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { Difference } from "../approval/difference.tsx";
import { approvalWords } from "../approval/words.ts";
import { holderName } from "../list/model.ts";

type Told = NonNullable<Message["review"]>;

/** Why a reply waits for a second pair of eyes; or who looked at it, and what its writer had written. `isNews`: nobody has gone on yet. */
const Review = (props: { message: Message; isNews: boolean }) => {
  const desk = useDesk();
  const say = approvalWords.words;
  const isOwn = () => props.message.author.agentId === desk.me.agent.id;
  const isNear = () => {
    const from = props.message.awaits?.holdingFrom;
    return typeof from === "string" && now() >= Date.parse(from);
  };
  const nameOf = (id: string) =>
    id === desk.me.agent.id ? say().you : holderName(id, desk.agents(), desk.me.agent.id, words());
  const sentence = ({ approvedBy, by, decision, reason }: Told) => {
    const name = nameOf(by);
    if (approvedBy !== undefined) return say().decided.changedBy(name, nameOf(approvedBy));
    return say().decided[decision](name, say().reasons[reason ?? ""] ?? "");
  };
  return (
    <>
      <For each={props.message.awaits?.reasons}>{(reason) => <p class="message-fate">{say().why[reason]}</p>}</For>
      <Show when={isOwn() && isNear()}>
        <p class="message-fate" data-delivery="uncertain">
          {say().holding}
        </p>
      </Show>
      <Show when={props.message.awaits && !isOwn() && desk.can("approve")}>
        <div class="message-actions">
          <A class="button small" href={`/approvals?reply=${encodeURIComponent(props.message.id)}`}>
            {say().decide}
          </A>
        </div>
      </Show>
      <Show when={props.message.review}>
        {(review) => (
          <>
            <p class="message-fate">{sentence(review())}</p>
            <Show when={review().before}>
              {(before) => (
                <details class="review-change" open={isOwn() && props.isNews}>
                  <summary>{say().changed}</summary>
                  <Difference before={before()} after={props.message.text} />
                </details>
              )}
            </Show>
          </>
        )}
      </Show>
    </>
  );
};

export default Review;
