import { createResource, createSignal, For, Match, onCleanup, onMount, Show, Switch } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { createReplyApi } from "../../data/reply/api.ts";
import { words } from "../../language/index.ts";
import { State } from "../../ui/state.tsx";
import { Trouble } from "../conversation/trouble.tsx";
import { ApprovalItem } from "./item.tsx";
import { approvalWords } from "./words.ts";
import "../../style/desk-page.css";
import "../../style/reply.css";

/** Beside the news of each conversation, so that a lost one is noticed. */
const LOOK_AGAIN_MS = 20_000;

/** Replies that wait for a second pair of eyes: what was asked, what would be said, what differs, and one key to decide. */
const ApprovalPage = () => {
  const desk = useDesk();
  const api = createReplyApi(desk.api.http);
  const say = approvalWords.words;
  const [fault, setFault] = createSignal<unknown>();
  const [queue, { refetch }] = createResource(async () => {
    try {
      return await api.approvals();
    } catch (error) {
      desk.report(error);
      throw error;
    }
  });
  const known = () => (queue.state === "errored" ? undefined : queue.latest);
  const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
  onCleanup(() => clearInterval(timer));
  const decide = async (work: () => Promise<unknown>): Promise<boolean> => {
    setFault(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      desk.report(error);
      setFault(() => error);
      return false;
    } finally {
      await refetch();
    }
  };
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  return (
    <section class="desk-page" aria-labelledby="approval-title" aria-busy={queue.loading}>
      <header>
        <h1 id="approval-title" tabindex="-1" ref={(element) => (heading = element)}>
          {words().section.approvals}
        </h1>
        <p class="quiet-text">{say().lead}</p>
        <p class="quiet-text">{say().keys}</p>
      </header>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={() => setFault(undefined)} />}</Show>
      <p role="status" class="quiet-text">
        <Show when={known()}>
          {(told) =>
            `${say().waiting(told().waiting)}${told().overdue > 0 ? `, ${say().overdue(told().overdue)}` : ""}`
          }
        </Show>
      </p>
      <Switch fallback={<div class="bone desk-bone" aria-hidden="true" />}>
        <Match when={queue.state === "errored"}>
          <State text={say().failed} problem>
            <button type="button" class="button" onClick={() => void refetch()}>
              {words().retry}
            </button>
          </State>
        </Match>
        <Match when={known()?.items.length === 0}>
          <State {...say().empty} />
        </Match>
        <Match when={known()}>
          {(told) => (
            <ol class="approvals" aria-label={say().list}>
              <For each={told().items}>{(item) => <ApprovalItem item={item} api={api} decide={decide} />}</For>
            </ol>
          )}
        </Match>
      </Switch>
    </section>
  );
};

export default ApprovalPage;
