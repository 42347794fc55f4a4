import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { Card, Exposure } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { AlarmIcon } from "../../ui/icon.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Trouble } from "./trouble.tsx";

/** A card, a code or an IBAN stands where everybody reads it: since when, and what can be done. */
export const Exposed = (props: { card: Card }) => {
  const desk = useDesk();
  const { attempt: tryOut, dismiss, fault } = createAttempt();
  const attempt = async (work: () => Promise<unknown>) => {
    await tryOut(work);
    desk.changes.touch([props.card.id]);
  };
  return (
    <Show when={props.card.exposedAt}>
      {(since) => (
        <section class="exposed" aria-label={words().exposure.sign}>
          <p class="exposed-title">
            <AlarmIcon />
            <strong>{words().exposure.title}</strong>
            <span>
              {words().exposure.since} <Moment at={since()} />
            </span>
          </p>
          <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
          <Show when={desk.can("reply") && props.card.exposure}>
            {(exposure) => <Remedies card={props.card} exposure={exposure()} attempt={attempt} />}
          </Show>
        </section>
      )}
    </Show>
  );
};

type RemediesProps = { card: Card; exposure: Exposure; attempt: (work: () => Promise<unknown>) => Promise<void> };

const Remedies = (props: RemediesProps) => {
  const desk = useDesk();
  const [sent, setSent] = createSignal(false);
  const toWarn = () => props.exposure.messages.find(({ canWarnPrivately }) => canWarnPrivately);
  const hide = (messageId: string) => void props.attempt(() => desk.api.hide(props.card.id, messageId));
  const warn = (messageId: string) =>
    void props.attempt(async () => {
      await desk.api.replyPrivately(props.card.id, crypto.randomUUID(), {
        text: props.exposure.warning,
        privatelyTo: messageId,
      });
      setSent(true);
    });
  const prepare = () => desk.prepareDraft(props.card.id, { mode: "reply", text: props.exposure.warning });
  return (
    <>
      <p>{props.exposure.canHide ? words().exposure.hideLead : words().exposure.askLead}</p>
      <Show when={props.exposure.canHide}>
        <For each={props.exposure.messages}>{(message) => <Hiding message={message} hide={hide} />}</For>
      </Show>
      <Show when={!sent()} fallback={<p role="status">{words().exposure.warned}</p>}>
        <blockquote class="exposed-warning">{props.exposure.warning}</blockquote>
        <Show
          when={toWarn()}
          fallback={
            <button type="button" class="button small" onClick={prepare}>
              {words().exposure.prepare}
            </button>
          }
        >
          {(message) => (
            <button type="button" class="button small" onClick={() => warn(message().id)}>
              {words().exposure.warn}
            </button>
          )}
        </Show>
      </Show>
    </>
  );
};

type HidingProps = { message: Exposure["messages"][number]; hide: (messageId: string) => void };

const Hiding = (props: HidingProps) => (
  <p class="exposed-hiding">
    <Switch>
      <Match when={props.message.hiding === "asked"}>
        <span role="status">{words().exposure.hiding}</span>
      </Match>
      <Match when={true}>
        <button type="button" class="button small primary" onClick={() => props.hide(props.message.id)}>
          {props.message.hiding === "failed" ? words().exposure.hideAgain : words().exposure.hide}
        </button>
      </Match>
    </Switch>
    <Show when={props.message.reason}>
      <span>{props.message.reason}</span>
    </Show>
  </p>
);
