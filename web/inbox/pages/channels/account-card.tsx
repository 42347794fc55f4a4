import { createSignal, createUniqueId, For, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { channelApi } from "../../data/channels/api.ts";
import type { AccountHealth, Budget } from "../../data/channels/types.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { CheckIcon, WarningIcon } from "../../ui/icon.tsx";
import { clockText, momentText, shortMomentText } from "../../ui/time-model.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { Connect } from "./connect.tsx";
import { PLATFORMS } from "./model.ts";
import { channelWords } from "./words.ts";

/** One account: whether it can send, when the platform last told us, what is left to be sent; and how to connect it. */
export const AccountCard = (props: { account: AccountHealth; reload: () => Promise<void> }) => {
  const desk = useDesk();
  const id = createUniqueId();
  const say = () => channelWords.words();
  return (
    <article class="channel-card" data-state={props.account.state} aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {PLATFORMS[props.account.platform]} · {props.account.name}
        </h2>
        <p class="channel-state">
          <Show when={props.account.state === "connected"} fallback={<WarningIcon />}>
            <CheckIcon />
          </Show>
          <span>{say().state[props.account.state]}</span>
          <Show when={props.account.since}>
            {(since) => <span>{say().since(momentText(since(), words().code))}</span>}
          </Show>
        </p>
      </header>
      <Show when={props.account.reason}>{(reason) => <p class="channel-problem">{reason().tell}</p>}</Show>
      <For each={props.account.problems}>{({ tell }) => <p class="channel-problem">{tell}</p>}</For>
      <Facts account={props.account} />
      <Budgets account={props.account} />
      <Show when={desk.can("manage-channels")}>
        <Tools account={props.account} reload={props.reload} />
      </Show>
    </article>
  );
};

const Facts = (props: { account: AccountHealth }) => {
  const say = () => channelWords.words();
  const moment = (at: string | null) => (at === null ? say().never : shortMomentText(at, now(), words().code));
  const access = () => {
    const { credential } = props.account;
    if (credential === null) return say().operators;
    const end = credential.expiresAt === null ? "" : `, ${say().until(momentText(credential.expiresAt, words().code))}`;
    return `${say().accessKinds[credential.kind]}${end}`;
  };
  return (
    <dl class="channel-facts">
      <dt>{say().lastDelivery}</dt>
      <dd>{moment(props.account.lastDeliveryAt)}</dd>
      <dt>{say().lastCheck}</dt>
      <dd>{moment(props.account.lastCheckAt)}</dd>
      <dt>{say().gaps}</dt>
      <dd data-warn={props.account.gaps > 0 ? "" : undefined}>{say().gapCount(props.account.gaps)}</dd>
      <dt>{say().access}</dt>
      <dd>{access()}</dd>
    </dl>
  );
};

const Budgets = (props: { account: AccountHealth }) => {
  const say = () => channelWords.words();
  return (
    <section
      class="channel-budgets"
      aria-label={say().budgets(`${PLATFORMS[props.account.platform]} · ${props.account.name}`)}
    >
      <Show when={props.account.blockedUntil}>
        {(until) => <p class="channel-problem">{say().blocked(clockText(until()))}</p>}
      </Show>
      <Show when={props.account.waiting > 0}>
        <p>{say().waiting(props.account.waiting)}</p>
      </Show>
      <ul>
        <For each={props.account.budgets}>{(budget) => <BudgetLine budget={budget} />}</For>
      </ul>
    </section>
  );
};

const BudgetLine = (props: { budget: Budget }) => {
  const id = createUniqueId();
  const say = () => channelWords.words();
  const more = () =>
    [
      say().window(props.budget.seconds),
      ...(props.budget.reserved > 0 ? [say().reserved(props.budget.reserved)] : []),
      ...(props.budget.endsAt === null ? [] : [say().whole(shortMomentText(props.budget.endsAt, now(), words().code))]),
    ].join(" · ");
  return (
    <li>
      <span id={id}>{say().activity[props.budget.activity]}</span>
      <meter
        aria-labelledby={id}
        min="0"
        max={props.budget.limit}
        low={props.budget.reserved + 1}
        value={props.budget.left}
      />
      <span>{say().left(props.budget.left, props.budget.limit)}</span>
      <span class="quiet-text">{more()}</span>
    </li>
  );
};

const Tools = (props: { account: AccountHealth; reload: () => Promise<void> }) => {
  const desk = useDesk();
  const say = () => channelWords.words();
  const api = channelApi(desk.api);
  const [isOpen, setOpen] = createSignal(false);
  const [news, setNews] = createSignal("");
  const { attempt, dismiss, fault } = createAttempt();
  const change = async (work: () => Promise<void>, said: string) => {
    if (!(await attempt(work))) return;
    setNews(said);
    await props.reload();
  };
  const [isForgetting, setForgetting] = createSignal(false);
  const forget = async () => {
    setForgetting(false);
    await change(() => api.forget(props.account), say().checking);
  };
  return (
    <>
      <div class="channel-tools">
        <button
          type="button"
          class="button"
          onClick={() => void change(() => api.check(props.account), say().checking)}
        >
          {say().check}
        </button>
        <button type="button" class="button" aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())}>
          {props.account.credential === null ? say().connect : say().connectAgain}
        </button>
        <Show when={props.account.credential}>
          <button
            type="button"
            class="button quiet"
            aria-expanded={isForgetting()}
            onClick={() => setForgetting(!isForgetting())}
          >
            {say().disconnect}
          </button>
        </Show>
      </div>
      <Show when={isForgetting()}>
        <div class="channel-tools" role="alert">
          <span>{say().forgetting(props.account.name)}</span>
          <button type="button" class="button" onClick={() => void forget()}>
            {say().disconnect}
          </button>
        </div>
      </Show>
      <Show when={isOpen()}>
        <Connect
          account={props.account}
          save={(credential) =>
            change(async () => {
              await api.connect(props.account, credential);
              setOpen(false);
            }, say().saved)
          }
        />
      </Show>
      <p role="status">{news()}</p>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
    </>
  );
};
