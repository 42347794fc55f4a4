import { type JSX, Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { language, words } from "../../language/index.ts";
import { Deadline } from "../../ui/deadline.tsx";
import { momentText } from "../../ui/time-model.ts";
import { VisibilitySign } from "../../ui/visibility-sign.tsx";
import { holderName } from "../list/model.ts";

/** The facts of a conversation, beside it where there is room. */
export const Details = (props: { card: Card }) => {
  const desk = useDesk();
  const say = () => words().conversation;
  const moment = (at: string) => momentText(at, language());
  const teamName = () => desk.me.entity.teams.find(({ id }) => id === props.card.teamId)?.name ?? props.card.teamId;
  return (
    <aside class="details" aria-labelledby="details-title">
      <h2 id="details-title">{say().details}</h2>
      <dl>
        <Fact name={say().status}>{props.card.status === "open" ? say().open : say().closed}</Fact>
        <Fact name={say().deadline}>
          <Deadline card={props.card} />
          <Show when={props.card.dueAt}>
            {(dueAt) => (
              <span class="fact-more">
                <Show when={props.card.target}>{(target) => <span>{words().deadline.target[target()]}</span>}</Show>
                <span>{words().deadline.due(moment(dueAt()))}</span>
              </span>
            )}
          </Show>
        </Fact>
        <Show when={props.card.complaint?.status === "confirmed" && props.card.complaint}>
          {(complaint) => (
            <Fact name={words().complaint.fact}>
              <Show when={complaint().acknowledgeBy}>{(at) => words().complaint.acknowledgeBy(moment(at()))}</Show>
              <span class="fact-more">
                <Show when={complaint().answerBy}>{(at) => words().complaint.answerBy(moment(at()))}</Show>
              </span>
            </Fact>
          )}
        </Show>
        <Fact name={say().channel}>
          {words().channel[props.card.channel]}
          <span class="fact-more">
            <VisibilitySign visibility={props.card.visibility} />
          </span>
        </Fact>
        <Show when={props.card.replyWindowClosesAt}>
          {(closesAt) => <Fact name={say().window}>{say().windowClosesAt(moment(closesAt()))}</Fact>}
        </Show>
        <Fact name={say().assignee}>
          {props.card.assignee === null
            ? say().unassign
            : holderName(props.card.assignee, desk.agents(), desk.me.agent.id, words())}
        </Fact>
        <Fact name={say().team}>{teamName()}</Fact>
        <Fact name={say().opened}>{moment(props.card.openedAt)}</Fact>
        <Fact name={say().lastMessage}>{moment(props.card.lastMessageAt)}</Fact>
        <Show when={props.card.closedAt}>{(closedAt) => <Fact name={say().closedAt}>{moment(closedAt())}</Fact>}</Show>
      </dl>
    </aside>
  );
};

const Fact = (props: { name: string; children: JSX.Element }) => (
  <div class="fact">
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
);
