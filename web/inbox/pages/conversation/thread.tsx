import { createComputed, createEffect, For, Match, on, onCleanup, onMount, Show, Switch } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Card } from "../../data/api-types.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import { language, words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { GlobeIcon, LockIcon } from "../../ui/icon.tsx";
import { Moment } from "../../ui/moment.tsx";
import { dayText } from "../../ui/time-model.ts";
import { eventText } from "./event-model.ts";
import { MessageBubble, type Remedies } from "./message.tsx";
import { OutgoingBubble } from "./outgoing.tsx";
import { type TimelineItem, timelineOf } from "./timeline-model.ts";

/** Nearer to the end than this, the thread follows what arrives. */
const FOLLOW_WITHIN_PX = 120;

/** What was said and what happened, oldest first; it opens at the end. */
export const Thread = (props: { card: Card; conversation: OpenConversation }) => {
  const desk = useDesk();
  const [items, setItems] = createStore<TimelineItem[]>([]);
  let scroll: HTMLElement | undefined;
  let follows = true;

  createComputed(() => {
    const { messages, events } = props.conversation.state.thread;
    const outgoing = desk.sender.waiting(props.card.id).map((one) => ({ ...one }));
    setItems(reconcile(timelineOf({ messages: [...messages], events: [...events], outgoing }), { key: "key" }));
  });
  const toEnd = () => scroll?.scrollTo({ top: scroll.scrollHeight });
  onMount(() => {
    // Told of its first size too, once the page is laid out. The answer grows as it is written, and the thread gives way.
    const size = new ResizeObserver(() => follows && toEnd());
    if (scroll) size.observe(scroll);
    onCleanup(() => size.disconnect());
  });
  createEffect(
    on(
      () => items.at(-1)?.key,
      () => follows && queueMicrotask(toEnd),
      { defer: true },
    ),
  );
  const older = async () => {
    const before = scroll ? scroll.scrollHeight - scroll.scrollTop : 0;
    await props.conversation.loadOlder();
    // What was being read stays where it was.
    if (scroll) scroll.scrollTop = scroll.scrollHeight - before;
  };
  const onScroll = () => {
    if (scroll) follows = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < FOLLOW_WITHIN_PX;
  };
  return (
    <section
      class="thread"
      aria-label={words().conversation.thread}
      tabindex="0"
      ref={(element) => (scroll = element)}
      onScroll={onScroll}
    >
      <Visibility card={props.card} />
      <Show when={props.conversation.state.thread.cursor}>
        <button
          type="button"
          class="button quiet older"
          disabled={props.conversation.state.older === "loading"}
          onClick={() => void older()}
        >
          {props.conversation.state.older === "loading" ? words().loading : words().conversation.older}
        </button>
      </Show>
      <ol class="timeline">
        <For each={items}>{(item) => <Item item={item} card={props.card} conversation={props.conversation} />}</For>
      </ol>
    </section>
  );
};

const Visibility = (props: { card: Card }) => (
  <p class="thread-visibility" data-visibility={props.card.visibility}>
    <Show when={props.card.visibility === "public"} fallback={<LockIcon />}>
      <GlobeIcon />
    </Show>
    <span>
      {props.card.visibility === "public" ? words().conversation.publicThread : words().conversation.privateThread}
    </span>
  </p>
);

const Item = (props: { item: TimelineItem; card: Card; conversation: OpenConversation }) => {
  const desk = useDesk();
  const remedies = (): Remedies | undefined =>
    desk.can("reply")
      ? {
          settle: (messageId, outcome) => void props.conversation.settle(messageId, outcome),
          reuse: ({ templateId, text, visibility }) => {
            const mode = visibility === "private" && props.card.visibility === "public" ? "private" : "reply";
            desk.prepareDraft(props.card.id, { mode, text, templateId });
          },
          release: (messageId) => void props.conversation.release(messageId),
          recall: (messageId) => void props.conversation.recall(messageId),
        }
      : undefined;
  const as = <Kind extends TimelineItem["kind"]>(kind: Kind) =>
    props.item.kind === kind ? (props.item as Extract<TimelineItem, { kind: Kind }>) : undefined;
  return (
    <Switch>
      <Match when={as("day")}>
        {(item) => (
          <li class="day">
            <span>{dayText(item().at, now(), language(), words().shown)}</span>
          </li>
        )}
      </Match>
      <Match when={as("event")}>
        {(item) => (
          <li class="event" data-type={item().event.type}>
            <span>{eventText(item().event, { agents: desk.agents(), teams: desk.me.entity.teams }, words())}</span>
            <Moment at={item().event.at} clockOnly />
          </li>
        )}
      </Match>
      <Match when={as("message")}>
        {(item) => <MessageBubble message={item().message} card={props.card} remedies={remedies()} />}
      </Match>
      <Match when={as("outgoing")}>
        {(item) => <OutgoingBubble outgoing={item().outgoing} conversationId={props.card.id} />}
      </Match>
    </Switch>
  );
};
