import { createSignal, Show, Suspense } from "solid-js";
import { registerActions } from "../../action/registry.ts";
import { afterPaint } from "../../data/after-paint.ts";
import type { Card } from "../../data/api-types.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { lazyWithWords } from "../../language/area.ts";
import { words } from "../../language/index.ts";
import { CheckIcon, DownIcon, MoonIcon, MoreIcon, PersonIcon, ReopenIcon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu/view.tsx";
import { holderName } from "../list/model.ts";
import { candidatesOf, hasWords, mayCareFor, mayClose, mayHandOn, mayTake } from "./action-model.ts";
import { careWords } from "./care-words.ts";
import { closingChoices } from "./closing.ts";
import { snoozeChoices } from "./snooze-model.ts";
import { mayDivide } from "./split-model.ts";
import { splitWords } from "./split-words.ts";

const CareDialog = lazyWithWords(careWords, () => import("./care-dialog.tsx"));
const SplitDialog = lazyWithWords(splitWords, () => import("./split-dialog.tsx"));

type Props = { card: Card; conversation: OpenConversation; filter: Filter };

/** Take, assign, put aside, close, reopen: as far as the agent's role goes. */
export const Actions = (props: Props) => {
  const desk = useDesk();
  const isOpen = () => props.card.status === "open";
  const closings = () =>
    closingChoices().map(({ id, label, outcome, reason }) => ({
      id,
      label,
      onSelect: () => {
        const { close, closeWithout } = props.conversation;
        goOnAt("action-close", reason ? closeWithout(reason) : close(outcome));
      },
    }));
  return (
    <div class="actions">
      {/* Who assigns finds themselves in the menu beside it. */}
      <Show when={mayTake(props.card, desk) && props.card.assignee === null}>
        <button type="button" class="button" onClick={() => void props.conversation.take()}>
          <span>{words().conversation.take}</span>
        </button>
      </Show>
      <Show when={mayHandOn(props.card, desk)}>
        <AssignMenu card={props.card} conversation={props.conversation} />
      </Show>
      <Show when={isOpen() && mayCareFor(props.card, desk)}>
        <SnoozeMenu card={props.card} conversation={props.conversation} />
      </Show>
      <Show when={mayClose(props.card, desk)}>
        <Menu class="button action-close" title={words().conversation.closeAs} items={closings()}>
          <CheckIcon />
          <span>{words().conversation.close}</span>
          <DownIcon />
        </Menu>
      </Show>
      <Show when={!isOpen() && hasWords(props.card) && desk.can("reply")}>
        <button
          type="button"
          class="button action-close"
          onClick={() => goOnAt("action-close", props.conversation.reopen())}
        >
          <ReopenIcon />
          <span>{words().conversation.reopen}</span>
        </button>
      </Show>
      <Show when={hasWords(props.card) && desk.can("reply")}>
        <MoreMenu card={props.card} conversation={props.conversation} filter={props.filter} />
      </Show>
    </div>
  );
};

/** Out of sight for a while; what is out of sight is brought back by one press. */
const SnoozeMenu = (props: { card: Card; conversation: OpenConversation }) => {
  const choices = () =>
    snoozeChoices(new Date()).map(({ id, until }) => ({
      id,
      label: words().snooze[id],
      onSelect: () => goOnAt("action-snooze", props.conversation.snooze(until)),
    }));
  return (
    <Show
      when={props.card.snoozed}
      fallback={
        <Menu
          class="button icon-only action-snooze"
          label={words().snooze.title}
          title={words().snooze.title}
          items={choices()}
        >
          <MoonIcon />
        </Menu>
      }
    >
      <button
        type="button"
        class="button action-snooze"
        onClick={() => goOnAt("action-snooze", props.conversation.wake())}
      >
        <MoonIcon />
        <span>{words().snooze.wake}</span>
      </button>
    </Show>
  );
};

/**
 * What was pressed is gone with what it did: the keyboard goes on at what stands in its place, now and once the answer is there, which
 * may draw it anew.
 */
const goOnAt = (name: "action-close" | "action-snooze", work: Promise<unknown>): void => {
  const goOn = () => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(`.actions .${name}`)?.focus();
  };
  afterPaint(goOn);
  void work.then(() => afterPaint(goOn));
};

/** Macros, and everything that is sorted and dated. */
const MoreMenu = (props: Props) => {
  const desk = useDesk();
  const [isSorting, setSorting] = createSignal(false);
  const [isSplitting, setSplitting] = createSignal(false);
  const maySplit = () =>
    mayCareFor(props.card, desk) && mayDivide(props.card, props.conversation.state.thread.messages);
  registerActions([
    {
      id: "conversation.sort",
      group: "conversation",
      label: () => words().care.open,
      key: "l",
      when: () => desk.can("reply"),
      run: () => setSorting(true),
    },
    {
      id: "conversation.split",
      group: "conversation",
      label: () => words().conversation.split,
      key: "s",
      when: maySplit,
      run: () => setSplitting(true),
    },
  ]);
  const items = () => [
    { id: "sort", label: words().care.open, onSelect: () => setSorting(true) },
    ...(maySplit() ? [{ id: "split", label: words().conversation.split, onSelect: () => setSplitting(true) }] : []),
    ...desk.macros().map(({ id, name }) => ({
      id,
      label: name,
      hint: words().care.macro,
      onSelect: () => void props.conversation.runMacro(id),
    })),
  ];
  return (
    <>
      <Menu class="button icon-only" label={words().care.more} items={items()} onOpen={() => void desk.loadMacros()}>
        <MoreIcon />
      </Menu>
      <Show when={isSorting()}>
        <Suspense>
          <CareDialog card={props.card} conversation={props.conversation} onClose={() => setSorting(false)} />
        </Suspense>
      </Show>
      <Show when={isSplitting()}>
        <Suspense>
          <SplitDialog
            card={props.card}
            conversation={props.conversation}
            filter={props.filter}
            onClose={() => setSplitting(false)}
          />
        </Suspense>
      </Show>
    </>
  );
};

const AssignMenu = (props: { card: Card; conversation: OpenConversation }) => {
  const desk = useDesk();
  const assign = (agentId: string | null) => void props.conversation.assign(agentId);
  const items = () => [
    {
      id: "",
      label: words().conversation.unassign,
      checked: props.card.assignee === null,
      onSelect: () => assign(null),
    },
    ...candidatesOf(desk.agents(), desk).map((agent) => ({
      id: agent.id,
      label: agent.name,
      hint: agent.present ? words().conversation.load(agent.load, agent.capacity) : words().conversation.absent,
      checked: props.card.assignee === agent.id,
      onSelect: () => assign(agent.id),
    })),
  ];
  return (
    <Menu class="button" title={words().conversation.assignTo} items={items()} onOpen={() => void desk.loadAgents()}>
      <PersonIcon />
      <Show when={props.card.assignee !== null} fallback={<span>{words().conversation.assign}</span>}>
        <span class="sr-only">{words().conversation.assign}</span>
        <span class="assign-name">{holderName(props.card.assignee, desk.agents(), desk.me.agent.id, words())}</span>
      </Show>
      <DownIcon />
    </Menu>
  );
};
