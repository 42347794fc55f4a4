import { createSignal, For, onMount, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { channelApi } from "../../data/channels/api.ts";
import type { DeadLetter } from "../../data/channels/types.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { shortMomentText } from "../../ui/time-model.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { channelWords } from "./words.ts";

/** What failed again and again: kinds and ids, and one way back for all of it. */
export const DeadLetters = () => {
  const desk = useDesk();
  const say = () => channelWords.words();
  const [letters, setLetters] = createSignal<readonly DeadLetter[]>();
  const [news, setNews] = createSignal("");
  const { attempt, dismiss, fault } = createAttempt();
  const load = () => attempt(async () => void setLetters((await channelApi(desk.api).deadLetters()).items));
  const [isBusy, setBusy] = createSignal(false);
  const replay = async () => {
    setBusy(true);
    await attempt(async () => {
      const { replayed } = await channelApi(desk.api).replay();
      setNews(say().replayed(replayed));
      setLetters([]);
    });
    setBusy(false);
  };
  onMount(() => void load());
  return (
    <section class="channel-dead" aria-labelledby="dead-title">
      <h2 id="dead-title">{say().dead}</h2>
      <p class="quiet-text">{say().deadLead}</p>
      <Show when={letters()}>
        {(known) => (
          <Show when={known().length > 0} fallback={<p>{say().noDead}</p>}>
            <Letters letters={known()} />
            <button type="button" class="button" disabled={isBusy()} onClick={() => void replay()}>
              {say().replay}
            </button>
          </Show>
        )}
      </Show>
      <p role="status">{news()}</p>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
    </section>
  );
};

/** What names no kind of its own is called by its queue. */
const kindText = ({ kind, queue }: DeadLetter): string => {
  const { kinds, queues } = channelWords.words();
  return kinds[kind] ?? (kind === queue ? queues[queue] : kind);
};

const Letters = (props: { letters: readonly DeadLetter[] }) => (
  // It is wider than a telephone: who has no finger scrolls it with the keyboard.
  <section class="channel-table" aria-label={channelWords.words().deadTable} tabindex="0">
    <table>
      <thead>
        <tr>
          <For each={Object.values(channelWords.words().columns)}>{(head) => <th scope="col">{head}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.letters}>
          {(letter) => (
            <tr>
              <td>{channelWords.words().queues[letter.queue]}</td>
              <td>{kindText(letter)}</td>
              <td>{letter.conversationId ?? letter.messageId ?? "–"}</td>
              <td>{shortMomentText(letter.sentAt, now(), words().code)}</td>
              <td>{letter.attempts}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </section>
);
