import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { channelApi } from "../../data/channels/api.ts";
import type { ChannelHealth } from "../../data/channels/types.ts";
import { useDesk } from "../../data/desk.ts";
import { createStanding } from "../../data/standing.ts";
import { words } from "../../language/index.ts";
import { Page } from "../../ui/page.tsx";
import { State } from "../../ui/state.tsx";
import { Trouble } from "../conversation/trouble.tsx";
import { AccountCard } from "./account-card.tsx";
import { AddAccount } from "./add-account.tsx";
import { DeadLetters } from "./dead-letters.tsx";
import { byUrgency, SENDERS } from "./model.ts";
import { channelWords } from "./words.ts";
import "../../style/channels.css";

const refreshMilliseconds = 15_000;

/** How the bank's accounts stand at their platforms; an administrator connects them here. */
const ChannelsPage = () => {
  const desk = useDesk();
  return (
    <Page title={words().section.channels} lead={channelWords.words().lead}>
      <Show when={desk.can("read-health")} fallback={<p>{words().problem.forbidden}</p>}>
        <Health />
      </Show>
    </Page>
  );
};

const Health = () => {
  const desk = useDesk();
  const [health, setHealth] = createSignal<ChannelHealth>();
  const { dismiss, fault, read } = createStanding(desk);
  const load = () => read(async () => void setHealth(await channelApi(desk.api).health()));
  onMount(() => void load());
  const timer = setInterval(() => void load(), refreshMilliseconds);
  onCleanup(() => clearInterval(timer));
  return (
    <>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      <Show when={health()} fallback={<Show when={!fault()}>{<State text={channelWords.words().loading} />}</Show>}>
        {(known) => (
          <>
            <Show when={known().accounts.length > 0} fallback={<State text={channelWords.words().none} />}>
              <ul class="channel-cards">
                <For each={byUrgency(known().accounts)}>
                  {(account) => (
                    <li>
                      <AccountCard account={account} reload={load} />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Refusals senders={known().senders} />
          </>
        )}
      </Show>
      <Show when={desk.can("manage-channels")}>
        <AddAccount reload={load} />
        <DeadLetters />
      </Show>
    </>
  );
};

const Refusals = (props: { senders: ChannelHealth["senders"] }) => (
  <dl class="channel-facts">
    <dt>{channelWords.words().refusals}</dt>
    <For each={props.senders}>
      {({ refusals, sender }) => (
        <dd data-warn={refusals > 0 ? "" : undefined}>
          {SENDERS[sender]} · {refusals}
        </dd>
      )}
    </For>
  </dl>
);

export default ChannelsPage;
