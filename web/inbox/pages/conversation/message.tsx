import { createSignal, For, type JSX, Match, Show, Suspense, Switch } from "solid-js";
import { ariaKeys } from "../../action/binding.ts";
import type { Card, Message } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { lazyWithWords } from "../../language/area.ts";
import { words } from "../../language/index.ts";
import { readable } from "../../language/label.ts";
import { now } from "../../ui/clock.ts";
import { contactName } from "../../ui/contact-name.ts";
import { AlarmIcon, CheckIcon, ChecksIcon, ClipIcon, ClockIcon, WarningIcon } from "../../ui/icon.tsx";
import { Moment } from "../../ui/moment.tsx";
import { VisibilitySign } from "../../ui/visibility-sign.tsx";
import { approvalWords } from "../approval/words.ts";
import { evidenceWords } from "./evidence-words.ts";
import { Expected } from "./expected.tsx";
import { Mark } from "./mark.tsx";
import { PersonalData } from "./personal-data.tsx";
import { Picture } from "./picture.tsx";
import { bare, segmentsOf } from "./segment-model.ts";
import { sizeText } from "./size.ts";
import { Withdrawal } from "./withdrawal.tsx";

const Review = lazyWithWords(approvalWords, () => import("./review.tsx"));
const Evidence = lazyWithWords(evidenceWords, () => import("./evidence.tsx"));

/** What an agent can do about an answer; absent for who only reads. */
export type Remedies = {
  settle: (messageId: string, outcome: "sent" | "not-sent") => void;
  /** Its words are the draft, made from the same template as before. */
  reuse: (message: Message) => void;
  release: (messageId: string) => void;
  recall: (messageId: string) => void;
};

/** One message or note: from whom, who can read it, what was taken out of it, how its sending stands. */
export const MessageBubble = (props: { message: Message; card: Card; remedies: Remedies | undefined }) => {
  const desk = useDesk();
  const [opened, setOpened] = createSignal(false);
  let text: HTMLElement | undefined;
  /** The button is gone with the cover: the keyboard goes on from what it showed. */
  const uncover = () => {
    setOpened(true);
    text?.focus();
  };
  const isCovered = () => props.message.abusive === true && !opened();
  const author = () => {
    const { agentId, name, handle } = props.message.author;
    if (agentId === desk.me.agent.id) return words().list.you;
    if (agentId) return desk.agentName(agentId);
    if (props.message.direction === "outbound") return words().conversation.bank;
    return name ?? handle ?? contactName(props.card);
  };
  return (
    <li
      class="message"
      data-direction={props.message.direction}
      data-visibility={props.message.visibility}
      data-delivery={props.message.delivery}
    >
      <div class="message-head">
        <span class="message-author">{author()}</span>
        <VisibilitySign visibility={props.message.visibility} />
        <Moment at={props.message.occurredAt} clockOnly />
        <PersonalData message={props.message} card={props.card} />
      </div>
      <div class="message-text" tabindex="-1" ref={(element) => (text = element)}>
        <Show when={!isCovered()} fallback={<Cover open={uncover} />}>
          <Text message={props.message} />
        </Show>
        <For each={props.message.around}>{(text) => <p class="around">{text}</p>}</For>
        <For each={props.message.attachments}>
          {(attachment) => (
            <>
              <p class="attachment">
                <ClipIcon />
                <span>
                  {[
                    words().message.attachment(words().attachment[attachment.type] ?? attachment.type),
                    ...attachment.words,
                    ...(attachment.sizeBytes === undefined ? [] : [sizeText(attachment.sizeBytes)]),
                  ].join(" · ")}
                </span>
              </p>
              <Picture
                attachment={attachment}
                conversationId={props.message.conversationId ?? props.card.id}
                messageId={props.message.id}
              />
            </>
          )}
        </For>
        <Show when={props.message.evidence?.isReadable && props.message.evidence}>
          {(evidence) => (
            <Suspense>
              <Evidence
                conversationId={props.message.conversationId ?? props.card.id}
                messageId={props.message.id}
                found={evidence().found}
                expiresAt={evidence().expiresAt}
              />
            </Suspense>
          )}
        </Show>
      </div>
      <Fate message={props.message} remedies={props.remedies}>
        <Show when={props.message.awaits ?? props.message.review}>
          <Suspense>
            <Review message={props.message} isNews={props.card.decided !== null} />
          </Suspense>
        </Show>
      </Fate>
    </li>
  );
};

/** Insults are read by who opens them. What they hide is drawn as a blur that no reader speaks. */
const Cover = (props: { open: () => void }) => (
  <div class="covered">
    <span class="covered-blur" aria-hidden="true" />
    <button type="button" class="button small" onClick={() => props.open()}>
      {words().message.uncover}
    </button>
  </div>
);

const Text = (props: { message: Message }) => (
  <Show
    when={props.message.text}
    fallback={
      <Show when={props.message.removed || !isFileAlone(props.message)}>
        <p class="quiet-text">{props.message.removed ? words().message.removed : words().message.noText}</p>
      </Show>
    }
  >
    <p data-removed={props.message.removed ? "" : undefined}>
      <For each={segmentsOf(props.message.text, props.message.redactions)}>
        {(segment) => (
          <Show when={segment.kind} fallback={segment.text}>
            {(kind) => (
              <Mark kind={kind()} text={bare(readable(segment.text))} isKept={keptFor(props.message, kind())} />
            )}
          </Show>
        )}
      </For>
    </p>
  </Show>
);

/** Removed from the message like everything else, and sealed for the fraud team for a while. */
const keptFor = ({ evidence }: Message, kind: string): boolean =>
  evidence !== undefined && kind in evidence.found && Date.parse(evidence.expiresAt) > now();

/** A file that the bank sent without words says what it is by itself. */
const isFileAlone = ({ attachments, direction }: Message): boolean =>
  direction === "outbound" && attachments.length > 0;

const Fate = (props: { message: Message; remedies: Remedies | undefined; children: JSX.Element }) => (
  <>
    <Show when={props.message.edited}>
      <p class="message-fate">{words().message.edited}</p>
    </Show>
    <Show when={props.message.invitesPrivately}>
      <p class="message-fate">{words().message.invites}</p>
    </Show>
    <Show when={props.message.removed && props.message.text}>
      <p class="message-fate">{words().message.removed}</p>
    </Show>
    <Show when={standingOf(props.message, now())}>
      {(delivery) => (
        <p class="message-fate" data-delivery={delivery()}>
          <Switch>
            <Match when={["leaving", "sending", "awaiting-approval"].includes(delivery())}>
              <ClockIcon />
            </Match>
            <Match when={delivery() === "sent"}>
              <CheckIcon />
            </Match>
            <Match when={delivery() === "delivered" || delivery() === "read"}>
              <ChecksIcon />
            </Match>
            <Match when={delivery() === "failed" || delivery() === "not-approved"}>
              <AlarmIcon />
            </Match>
            <Match when={delivery() === "uncertain" || delivery() === "held"}>
              <WarningIcon />
            </Match>
          </Switch>
          <span>{words().message.delivery[delivery()]}</span>
          <Show when={delivery() === "leaving" && props.message.leavesAt}>{(at) => <Rest at={at()} />}</Show>
          <Show when={props.message.deliveryReason}>
            <span class="reason">{props.message.deliveryReason}</span>
          </Show>
          <Show when={delivery() === "sending" && props.message.deliveryExpectedAt}>
            {(at) => <Expected at={at()} />}
          </Show>
        </p>
      )}
    </Show>
    {props.children}
    <Show when={props.remedies}>{(remedies) => <Remedy message={props.message} remedies={remedies()} />}</Show>
  </>
);

/** Told once that it leaves; the seconds are for eyes. */
const Rest = (props: { at: string }) => (
  <span class="rest" aria-hidden="true">
    {Math.max(0, Math.ceil((Date.parse(props.at) - now()) / 1000))}
  </span>
);

/** Its time has come, and the platform's answer has not: it is on its way. */
const standingOf = ({ delivery, leavesAt }: Message, at: number): Message["delivery"] =>
  delivery === "leaving" && Date.parse(leavesAt ?? "") <= at ? "sending" : delivery;

const Remedy = (props: { message: Message; remedies: Remedies }) => (
  <Switch>
    <Match when={standingOf(props.message, now()) === "leaving"}>
      <div class="message-actions">
        <button type="button" class="button small" onClick={() => props.remedies.recall(props.message.id)}>
          {words().departure.undo}
        </button>
      </div>
    </Match>
    <Match when={props.message.delivery === "awaiting-approval"}>
      <Withdrawal message={props.message} reuse={props.remedies.reuse} />
    </Match>
    <Match when={props.message.delivery === "held"}>
      <div class="message-actions">
        <button
          type="button"
          class="button small primary"
          aria-keyshortcuts={ariaKeys("conversation.release")}
          onClick={() => props.remedies.release(props.message.id)}
        >
          {words().message.release}
        </button>
        <button type="button" class="button small" onClick={() => props.remedies.recall(props.message.id)}>
          {words().message.takeBack}
        </button>
      </div>
    </Match>
    <Match when={props.message.delivery === "uncertain"}>
      <div class="message-actions">
        <button type="button" class="button small" onClick={() => props.remedies.settle(props.message.id, "sent")}>
          {words().message.wasSent}
        </button>
        <button type="button" class="button small" onClick={() => props.remedies.settle(props.message.id, "not-sent")}>
          {words().message.wasNotSent}
        </button>
      </div>
    </Match>
    <Match when={props.message.delivery === "failed" || props.message.delivery === "not-approved"}>
      <div class="message-actions">
        <button type="button" class="button small" onClick={() => props.remedies.reuse(props.message)}>
          {words().message.reuse}
        </button>
      </div>
    </Match>
  </Switch>
);
