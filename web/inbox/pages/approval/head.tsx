import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import type { Approval } from "../../data/reply/api.ts";
import { ChannelGlyph } from "../../ui/channel-glyph.tsx";
import { contactName } from "../../ui/contact-name.ts";
import { Deadline } from "../../ui/deadline.tsx";
import { WarningIcon } from "../../ui/icon.tsx";
import { VisibilitySign } from "../../ui/visibility-sign.tsx";
import { approvalWords } from "./words.ts";

/** To whom, by whom, how long still, and why somebody else has to look at it. */
export const ApprovalHead = (props: { item: Approval }) => {
  const desk = useDesk();
  const say = approvalWords.words;
  const nameOf = (id: string) => (id === desk.me.agent.id ? say().you : desk.agentName(id));
  const time = () => ({ ...props.item, awaiting: true, breached: false, status: "open" as const });
  return (
    <header class="approval-head">
      <ChannelGlyph channel={props.item.channel} />
      <div class="approval-who">
        <h2>{contactName(props.item)}</h2>
        <p class="quiet-text">
          <VisibilitySign visibility={props.item.visibility} />
          <span>{say().by(nameOf(props.item.authorId))}</span>
          <Show when={props.item.changedBy}>{(id) => <span>{say().otherWords(nameOf(id()))}</span>}</Show>
          <span>{say().asked(props.item.approverIds.map(nameOf).join(", "))}</span>
        </p>
      </div>
      <Deadline card={time()} />
      <A class="button small" href={`/c/${encodeURIComponent(props.item.conversationId)}`}>
        {say().open}
      </A>
      <ul class="approval-reasons">
        <For each={props.item.reasons}>
          {(reason) => (
            <li>
              <WarningIcon /> {say().why[reason]}
            </li>
          )}
        </For>
        <Show when={props.item.overdue}>
          <li>
            <WarningIcon /> {say().second}
          </li>
        </Show>
      </ul>
    </header>
  );
};
