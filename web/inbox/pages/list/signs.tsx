import { type Component, createMemo, For, type JSX } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { type Desk, useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { Deadline } from "../../ui/deadline.tsx";
import {
  AlarmIcon,
  EyesIcon,
  MoonIcon,
  PenIcon,
  RaiseIcon,
  SendIcon,
  WarningIcon,
  WindowIcon,
} from "../../ui/icon.tsx";
import { isSame } from "../../ui/same.ts";
import { durationText, momentText } from "../../ui/time-model.ts";
import { VisibilitySign } from "../../ui/visibility-sign.tsx";
import { type Care, caresOf, type Fact, factsOf, windowLeft } from "./card-model.ts";

type Props = { card: Card };

/** What people have done about it. */
export const CareSigns = (props: Props) => {
  const cares = createMemo(() => caresOf(props.card), undefined, { equals: isSame });
  return <For each={cares()}>{(care) => careSigns[care](props)}</For>;
};

/** The last line of a card but its holder. Nothing is made ready for what most cards do not tell: a list has many. */
export const FactSigns = (props: Props) => {
  const desk = useDesk();
  const facts = createMemo(
    () =>
      factsOf(props.card, {
        now: now(),
        hasDraft: desk.hasDraft(props.card.id),
        tag: tagOf(props.card, desk),
      }),
    undefined,
    { equals: isSame },
  );
  return <For each={facts()}>{(fact) => factSigns[fact](props)}</For>;
};

const careSigns: Record<Care, Component<Props>> = {
  priority: (props) => (
    <span class="priority-sign" data-priority={props.card.priority}>
      <RaiseIcon />
      <span class="sr-only">{words().priority[props.card.priority]}</span>
    </span>
  ),
  snoozed: () => (
    <span class="snooze-sign">
      <MoonIcon />
      <span class="sr-only">{words().view.snoozed}</span>
    </span>
  ),
};

/** What is left until the platform takes no answer any more, beside what the bank has promised. */
const ReplyWindow = (props: Props) => {
  const left = createMemo(() => windowLeft(props.card, now()) ?? 0);
  const text = createMemo(() => {
    const ms = left();
    return ms <= 0 ? words().window.closed : words().window.left(durationText(ms - (ms % 60_000), words().code));
  });
  return (
    <span
      class="window-sign"
      data-state={left() <= 0 ? "closed" : "open"}
      title={words().window.title(momentText(props.card.replyWindowClosesAt ?? "", words().code))}
    >
      <WindowIcon />
      <span>{text()}</span>
    </span>
  );
};

const TagSign = (props: Props) => {
  const desk = useDesk();
  return <span class="tag-sign">{tagOf(props.card, desk)}</span>;
};

const tagOf = ({ tags: [first] }: Card, desk: Desk): string | undefined =>
  first === undefined ? undefined : desk.tagName(first);

const ExposedSign = (props: { text: string }) => (
  <span class="exposed-sign">
    <AlarmIcon />
    <span>{props.text}</span>
  </span>
);

/** An answer here does not go on by itself. */
const StoppedSign = (props: { text: string }) => (
  <span class="writing-sign" data-held="">
    <WarningIcon />
    <span>{props.text}</span>
  </span>
);

const factSigns: Record<Fact, (props: Props) => JSX.Element> = {
  exposed: () => <ExposedSign text={words().exposure.sign} />,
  impostor: () => <ExposedSign text={words().impostor.sign} />,
  deadline: (props) => <Deadline card={props.card} />,
  window: ReplyWindow,
  visibility: (props) => <VisibilitySign visibility={props.card.visibility} />,
  held: () => <StoppedSign text={words().list.held} />,
  refused: () => <StoppedSign text={words().list.refused} />,
  "awaiting-approval": () => (
    <span class="writing-sign" title={words().list.awaitingApproval}>
      <EyesIcon />
      <span class="sr-only">{words().list.awaitingApproval}</span>
    </span>
  ),
  draft: () => (
    <span class="writing-sign">
      <PenIcon />
      <span>{words().list.draft}</span>
    </span>
  ),
  unsent: (props) => (
    <span class="unsent">
      <SendIcon />
      <span class="sr-only">{words().list.unsent(props.card.unsent)}</span>
    </span>
  ),
  audience: (props) => <span class="tag-sign">{props.card.audience && words().audience[props.card.audience]}</span>,
  tag: TagSign,
};
