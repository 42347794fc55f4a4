import { A } from "@solidjs/router";
import { createEffect, type JSX, on, Show, Suspense } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { lazyWithWords } from "../../language/area.ts";
import { language, words } from "../../language/index.ts";
import { Deadline } from "../../ui/deadline.tsx";
import { CloseIcon } from "../../ui/icon.tsx";
import { Later } from "../../ui/later.tsx";
import { momentText } from "../../ui/time-model.ts";
import { VisibilitySign } from "../../ui/visibility-sign.tsx";
import { conversationPath } from "../frame/model.ts";
import { holderName } from "../list/model.ts";
import { retentionWords } from "../retention/words.ts";
import { Contact } from "./contact.tsx";
import { labelWords } from "./label-words.ts";
import { Merged, Parts } from "./merged.tsx";

const Keeping = lazyWithWords(retentionWords, () => import("../retention/keeping.tsx"));
const Labels = lazyWithWords(labelWords, () => import("./labels.tsx"));

/** The facts of a conversation and of its contact: beside it where there is room, else over it when asked for. */
type Props = { card: Card; conversation: OpenConversation; filter: Filter; isOpen: boolean; close: () => void };

export const Details = (props: Props) => {
  const desk = useDesk();
  const say = () => words().conversation;
  let heading: HTMLElement | undefined;
  createEffect(
    on(
      () => props.isOpen,
      (isOpen) => (isOpen ? heading : document.querySelector<HTMLElement>(".details-button"))?.focus(),
      { defer: true },
    ),
  );
  const moment = (at: string) => momentText(at, language());
  const teamName = () => desk.me.entity.teams.find(({ id }) => id === props.card.teamId)?.name ?? props.card.teamId;
  return (
    <aside
      class="details"
      id="details"
      onKeyDown={(event) => event.key === "Escape" && props.close()}
      data-open={props.isOpen ? "" : undefined}
      aria-labelledby="details-title"
    >
      <header class="details-head">
        <h2 id="details-title" tabindex="-1" ref={(element) => (heading = element)}>
          {say().details}
        </h2>
        <button
          type="button"
          class="button quiet icon-only details-close"
          aria-label={words().dismiss}
          onClick={props.close}
        >
          <CloseIcon />
        </button>
      </header>
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
        <Show when={props.card.mergedIntoId ?? props.card.mergedIds[0]}>
          <Fact name={say().merged}>
            <Merged card={props.card} conversation={props.conversation} filter={props.filter} />
          </Fact>
        </Show>
        <Show when={props.card.splitFromId ?? props.card.partIds[0]}>
          <Fact name={props.card.splitFromId ? say().parts : say().partsOf}>
            <Parts card={props.card} conversation={props.conversation} filter={props.filter} />
          </Fact>
        </Show>
        <Show when={props.card.besideId}>
          {(besideId) => (
            <Fact name={say().beside}>
              <A href={conversationPath(besideId(), props.filter)}>
                {props.card.visibility === "public" ? say().besidePrivate : say().besidePublic}
              </A>
              <span class="fact-more">{say().besideMeans}</span>
            </Fact>
          )}
        </Show>
        <Fact name={say().opened}>{moment(props.card.openedAt)}</Fact>
        <Fact name={say().lastMessage}>{moment(props.card.lastMessageAt)}</Fact>
        <Show when={props.card.closedAt}>{(closedAt) => <Fact name={say().closedAt}>{moment(closedAt())}</Fact>}</Show>
      </dl>
      <Later>
        <Labels card={props.card} />
      </Later>
      <Later>
        <Contact card={props.card} conversation={props.conversation} filter={props.filter} />
      </Later>
      <Show when={desk.can("read-retention")}>
        <Suspense>
          <Keeping card={props.card} />
        </Suspense>
      </Show>
      <Show when={desk.can("read-log")}>
        <p class="details-part">
          <A href={`/log/${encodeURIComponent(props.card.id)}`}>{say().log}</A>
        </p>
      </Show>
    </aside>
  );
};

const Fact = (props: { name: string; children: JSX.Element }) => (
  <div class="fact">
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
);
