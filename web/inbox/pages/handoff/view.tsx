import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { ariaKeys } from "../../action/binding.ts";
import { registerActions } from "../../action/registry.ts";
import type { Card, SecureView } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { language } from "../../language/index.ts";
import { CheckIcon, ChecksIcon, LockIcon, ShieldIcon, WarningIcon } from "../../ui/icon.tsx";
import { Moment } from "../../ui/moment.tsx";
import { momentText } from "../../ui/time-model.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { conversationPath } from "../frame/model.ts";
import { mayOffer, mayRevoke, silenceOf } from "./model.ts";
import { OfferForm } from "./offer-form.tsx";
import { handoffWords } from "./words.ts";
import "./style.css";

type Props = { card: Card; secure: SecureView; filter: Filter };

/** How well the customer is known, the way to where they can be identified, and how far they came on it. */
const SecureWayView = (props: Props) => {
  const desk = useDesk();
  const say = handoffWords.words;
  const [isOpen, setOpen] = createSignal(false);
  const { attempt, dismiss, fault } = createAttempt();
  let place: HTMLElement | undefined;
  /** What was opened goes; who was in it is where it was. */
  const close = () => {
    setOpen(false);
    (place?.querySelector<HTMLElement>(".secure-way-head button") ?? place)?.focus();
  };
  const send = async (work: () => Promise<unknown>) => {
    if (await attempt(work)) close();
    desk.changes.touch([props.card.id]);
  };
  const mayStart = () => desk.can("reply") && mayOffer(props.card, props.secure) && !isOpen() && props.secure.way;
  registerActions([
    {
      id: "conversation.secure",
      group: "conversation",
      label: () => say().offer[props.secure.way ?? "secure-page"],
      key: "o",
      when: () => Boolean(mayStart()),
      run: () => setOpen(true),
    },
  ]);
  return (
    <section
      class="secure-way"
      aria-label={say().title}
      tabindex="-1"
      data-level={props.secure.verification.level}
      ref={(element) => (place = element)}
    >
      <div class="secure-way-head">
        <p class="secure-way-level">
          <Show when={props.secure.verification.level === "strong"} fallback={<ShieldIcon />}>
            <ChecksIcon />
          </Show>
          <span>{say().level[props.secure.verification.level]}</span>
          <Show when={props.secure.verification.until}>
            {(until) => <span class="secure-way-quiet">{say().until(momentText(until(), language()))}</span>}
          </Show>
        </p>
        <Show when={props.secure.originId}>
          {(id) => <A href={conversationPath(id(), props.filter)}>{say().toOrigin}</A>}
        </Show>
        <Show when={mayStart()}>
          {(way) => (
            <button
              type="button"
              class="button small"
              aria-expanded="false"
              aria-keyshortcuts={ariaKeys("conversation.secure")}
              onClick={() => setOpen(true)}
            >
              <LockIcon />
              <span>{say().offer[way()]}</span>
            </button>
          )}
        </Show>
      </div>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      <Show when={isOpen() && props.secure.way}>
        {(way) => (
          <OfferForm
            card={props.card}
            way={way()}
            purposes={props.secure.purposes}
            cancel={close}
            send={(key, offer) => send(() => desk.api.offerHandoff(props.card.id, key, offer))}
          />
        )}
      </Show>
      <Receipts {...props} revoke={(id) => void send(() => desk.api.revokeHandoff(props.card.id, id))} />
    </section>
  );
};

/** The receipts, as they come. */
const Receipts = (props: Props & { revoke: (handoffId: string) => void }) => {
  const desk = useDesk();
  const say = handoffWords.words;
  return (
    <Show when={props.secure.handoff}>
      {(handoff) => (
        <div class="secure-way-receipts" role="status">
          <Show when={handoff().way === "private-message"}>
            <p class="secure-way-quiet">{say().invited}</p>
          </Show>
          <ol aria-label={say().receipts}>
            <For each={handoff().receipts}>
              {(receipt) => (
                <li data-step={receipt.step}>
                  <CheckIcon />
                  <span>{say().step[receipt.step]}</span> <Moment at={receipt.at} />
                </li>
              )}
            </For>
          </ol>
          <Remarks {...props} />
          <Show when={desk.can("reply") && mayRevoke(handoff())}>
            <button type="button" class="button small quiet" onClick={() => props.revoke(handoff().id)}>
              {say().revoke}
            </button>
          </Show>
          <Show when={handoff().caseId}>
            {(id) => <A href={conversationPath(id(), props.filter)}>{say().toCase}</A>}
          </Show>
        </div>
      )}
    </Show>
  );
};

/** What is to be known beside the receipts. */
const Remarks = (props: Props) => {
  const say = handoffWords.words;
  const handoff = () => props.secure.handoff;
  const silence = () => {
    const one = handoff();
    return one ? silenceOf(one) : undefined;
  };
  return (
    <>
      <Show when={silence()}>
        {(step) => (
          <p class="secure-way-task">
            <WarningIcon />
            <span>{say().stalled[step()]}</span>
          </p>
        )}
      </Show>
      <Show when={handoff()?.refusal}>{(reason) => <p>{say().refusal[reason()]}</p>}</Show>
      <Show when={handoff()?.slotAt}>{(at) => <p>{say().slot(momentText(at(), language()))}</p>}</Show>
      <Show when={(handoff()?.unmatched ?? 0) > 0}>
        <p>{say().unmatched}</p>
      </Show>
      <Show when={handoff()?.expiresAt}>
        {(at) => <p class="secure-way-quiet">{say().expires(momentText(at(), language()))}</p>}
      </Show>
    </>
  );
};

export default SecureWayView;
