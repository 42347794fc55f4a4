import { For, Show } from "solid-js";
import { openHealth } from "../../data/channels/health.ts";
import type { AccountHealth } from "../../data/channels/types.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { clockText, dateText } from "../../ui/time-model.ts";
import { byUrgency, PLATFORMS } from "../channels/model.ts";
import { channelWords } from "../channels/words.ts";
import { isEnding, scarcest } from "./health-model.ts";

/** Whether every account can hear and speak: access, messages found late, what may still be sent. */
const ChannelHealthPanel = () => {
  const health = openHealth(useDesk());
  return (
    <section class="panel" aria-labelledby="wall-channels">
      <header class="panel-head">
        <h2 id="wall-channels">
          <a href="/channels">{words().section.channels}</a>
        </h2>
      </header>
      <Show when={health.fault() !== undefined}>
        <p class="quiet-text" role="status">
          {words().problem.broken}
        </p>
      </Show>
      <Show when={health.shown.accounts} fallback={<p class="quiet-text">{channelWords.words().loading}</p>}>
        {(accounts) => (
          <Show when={accounts().length > 0} fallback={<p class="quiet-text">{channelWords.words().none}</p>}>
            <ul class="wall-channels">
              <For each={byUrgency(accounts())}>{(account) => <Account account={account} />}</For>
            </ul>
          </Show>
        )}
      </Show>
    </section>
  );
};

const Account = (props: { account: AccountHealth }) => {
  const say = () => channelWords.words();
  const ending = () => {
    const expiresAt = props.account.credential?.expiresAt;
    return expiresAt != null && isEnding(expiresAt, now()) ? expiresAt : undefined;
  };
  const clock = (at: string) => clockText(at);
  return (
    <li class="wall-channel" data-state={props.account.state}>
      <span class="wall-channel-name">
        {PLATFORMS[props.account.platform]} · {props.account.name}
      </span>
      <span class="wall-channel-state">{say().state[props.account.state]}</span>
      <ul class="wall-channel-facts">
        <Show when={props.account.reason}>{(reason) => <li data-tone="breach">{reason().tell}</li>}</Show>
        <For each={props.account.problems}>{(problem) => <li data-tone="risk">{problem.tell}</li>}</For>
        <Show when={ending()}>
          {(at) => (
            <li data-tone="risk">
              {say().access} {say().until(dateText(at(), words().code))}
            </li>
          )}
        </Show>
        <Show when={props.account.gaps > 0}>
          <li data-tone="risk">{say().gapCount(props.account.gaps)}</li>
        </Show>
        <Show when={props.account.waiting > 0}>
          <li>{say().waiting(props.account.waiting)}</li>
        </Show>
        <Show when={props.account.blockedUntil}>
          {(until) => <li data-tone="risk">{say().blocked(clock(until()))}</li>}
        </Show>
        <Show when={scarcest(props.account.budgets)}>
          {(budget) => (
            <li>
              {say().activity[budget().activity]} · {say().left(budget().left, budget().limit)}{" "}
              {say().window(budget().seconds)}
            </li>
          )}
        </Show>
      </ul>
    </li>
  );
};

export default ChannelHealthPanel;
