import { A } from "@solidjs/router";
import { createEffect, createMemo, createSignal, Match, Show, Suspense, Switch, untrack } from "solid-js";
import { registerActions } from "../../action/registry.ts";
import type { Card } from "../../data/api-types.ts";
import { type OpenConversation, openConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import type { Draft } from "../../data/draft.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { lazyWithWords } from "../../language/area.ts";
import { words } from "../../language/index.ts";
import { contactName } from "../../ui/contact-name.ts";
import { Later } from "../../ui/later.tsx";
import { State } from "../../ui/state.tsx";
import { nameTab } from "../../ui/tab-title.ts";
import { listPath } from "../frame/model.ts";
import { SecureWay, SecureWayPlace } from "../handoff/index.tsx";
import { retentionWords } from "../retention/words.ts";
import { hasWords, mayCareFor, mayTake } from "./action-model.ts";
import { Ahead, createHandover } from "./ahead.tsx";
import { careKeys } from "./care-keys.ts";
import { SuggestedComplaint } from "./complaint.tsx";
import { Composer } from "./composer.tsx";
import { Details } from "./details.tsx";
import { Exposed } from "./exposure.tsx";
import { Header } from "./header.tsx";
import { Impostors } from "./impostor.tsx";
import { ConversationOnlookers } from "./onlookers.tsx";
import { Referred } from "./referral.tsx";
import { SecondLook } from "./second-look.tsx";
import { ThreadSkeleton } from "./skeleton.tsx";
import { Standing } from "./standing.tsx";
import { Thread } from "./thread.tsx";
import { Trouble } from "./trouble.tsx";

const Gone = lazyWithWords(retentionWords, () => import("../retention/gone.tsx"));

/** One conversation: who, what was said, what to answer. */
export const ConversationPane = (props: { id: string; filter: Filter }) => {
  const desk = useDesk();
  const conversation = openConversation(desk, props.id);
  // Whose it is, the list has told already; what was said is on its way.
  const foretold = untrack(() => desk.stock.card(props.id));
  const shownCard = () => conversation.state.card ?? foretold;
  nameTab(() => {
    const card = shownCard();
    return card && contactName(card);
  });
  // What the thread shows as leaving can be taken back by the key at once, after a reload too.
  createEffect(() => {
    for (const message of conversation.state.thread.messages)
      if (message.delivery === "leaving" && message.author.agentId === desk.me.agent.id)
        desk.departures.note(props.id, message);
  });
  const heldOf = () => conversation.state.thread.messages.find(({ delivery }) => delivery === "held")?.id;
  registerActions(careKeys(desk, conversation));
  registerActions([
    {
      id: "conversation.take",
      group: "conversation",
      label: () => words().keys.list.take,
      key: "t",
      when: () => mayTake(conversation.state.card, desk),
      run: () => void conversation.take(),
    },
    {
      id: "conversation.release",
      group: "conversation",
      label: () => words().keys.list.release,
      key: "shift+s",
      when: () => desk.can("reply") && heldOf() !== undefined,
      run: () => {
        const held = heldOf();
        if (held) void conversation.release(held);
      },
    },
  ]);

  return (
    <Switch>
      <Match when={conversation.state.status === "missing"}>
        <div class="nothing-open">
          <State {...words().conversation.missing} problem>
            <A class="button" href={listPath(props.filter)}>
              {words().conversation.back}
            </A>
          </State>
        </div>
      </Match>
      <Match when={conversation.state.status === "failed"}>
        <div class="nothing-open">
          <State text={words().conversation.failed} problem>
            <button type="button" class="button" onClick={conversation.reload}>
              {words().retry}
            </button>
          </State>
        </div>
      </Match>
      <Match when={shownCard()}>
        {(card) => <Opened card={card()} conversation={conversation} filter={props.filter} />}
      </Match>
      <Match when={true}>
        <ThreadSkeleton />
      </Match>
    </Switch>
  );
};

const Opened = (props: { card: Card; conversation: OpenConversation; filter: Filter }) => {
  const desk = useDesk();
  const [details, setDetails] = createSignal(false);
  const messages = () => props.conversation.state.thread.messages;
  const isRead = () => props.conversation.state.card !== undefined;
  const handover = createHandover();
  const mayWrite = () => desk.can("reply") && hasWords(props.card);
  const write = (mode: Draft["mode"]) => () => {
    desk.turnDraft(props.card.id, mode);
    handover.focus();
  };
  registerActions([
    {
      id: "conversation.details",
      group: "conversation",
      label: () => words().keys.list.details,
      key: "i",
      run: () => setDetails(!details()),
    },
    // The composer's own take their place once it is there.
    {
      id: "write.reply",
      group: "write",
      label: () => words().keys.list.reply,
      key: "r",
      when: mayWrite,
      run: write("reply"),
    },
    {
      id: "write.note",
      group: "write",
      label: () => words().keys.list.note,
      key: "n",
      when: mayWrite,
      run: write("note"),
    },
    {
      id: "conversation.merge",
      group: "conversation",
      label: () => words().conversation.merge,
      when: () => isRead() && mayCareFor(props.card, desk) && props.card.status === "open",
      run: () => setDetails(true),
    },
    {
      id: "conversation.merge-back",
      group: "conversation",
      label: () => words().conversation.mergeBack,
      when: () => mayCareFor(props.card, desk) && props.card.splitFromId !== null && props.card.mergedIntoId === null,
      run: () => props.card.splitFromId && void props.conversation.mergeBack(props.card.splitFromId),
    },
    {
      id: "conversation.separate",
      group: "conversation",
      label: () => words().conversation.separate,
      when: () => isRead() && desk.can("reply") && props.card.mergedIntoId !== null,
      run: () => void props.conversation.separate(),
    },
  ]);
  // A note that names the reader counts as read once it is on the screen.
  const named = createMemo(() =>
    messages().some((one) => one.kind === "note" && one.text.includes(`@${desk.me.agent.name}`)),
  );
  createEffect(() => {
    if (named()) void desk.api.readMentions(props.card.id).catch(desk.report);
  });
  const Place = () => (
    <Show when={mayWrite()} fallback={<div class="composer-place" />}>
      <Ahead card={props.card} handover={handover} />
    </Show>
  );
  const Unread = () => (
    <>
      <ThreadSkeleton />
      <Place />
    </>
  );
  return (
    <div class="conversation">
      <div class="conversation-main">
        <Header
          card={props.card}
          conversation={props.conversation}
          filter={props.filter}
          details={{ isOpen: details(), toggle: () => setDetails(!details()) }}
        />
        <Show when={isRead()} fallback={<Unread />}>
          <Suspense fallback={<Unread />}>
            <Show when={props.conversation.trouble()}>
              {(fault) => <Trouble fault={fault()} dismiss={props.conversation.dismissTrouble} />}
            </Show>
            <Show when={props.card.erased !== null || props.card.onHold}>
              <Gone card={props.card} />
            </Show>
            <Exposed card={props.card} />
            <Impostors card={props.card} filter={props.filter} />
            <Referred card={props.card} />
            <SecondLook card={props.card} conversation={props.conversation} />
            <SuggestedComplaint card={props.card} conversation={props.conversation} />
            <Thread card={props.card} conversation={props.conversation} />
            <Later>
              <ConversationOnlookers id={props.card.id} />
              <Standing card={props.card} />
            </Later>
            <Show when={hasWords(props.card)}>
              <Later place={<SecureWayPlace card={props.card} />}>
                <SecureWay card={props.card} filter={props.filter} />
              </Later>
              <Later place={<Place />}>
                <Composer card={props.card} messages={messages()} filter={props.filter} handover={handover} />
              </Later>
            </Show>
          </Suspense>
        </Show>
      </div>
      <Show when={isRead()} fallback={<div class="details" />}>
        <Later place={<div class="details" />}>
          <Later place={<div class="details" />}>
            <Details
              card={props.card}
              conversation={props.conversation}
              filter={props.filter}
              isOpen={details()}
              close={() => setDetails(false)}
            />
          </Later>
        </Later>
      </Show>
    </div>
  );
};
