import { For, onCleanup, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { createReplyApi } from "../../data/reply/api.ts";
import { words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
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
  const read = createRead(() => api.approvals());
  const { attempt, dismiss, fault } = createAttempt();
  const timer = setInterval(() => void read.again(), LOOK_AGAIN_MS);
  onCleanup(() => clearInterval(timer));
  const decide = async (work: () => Promise<unknown>): Promise<boolean> => {
    const isDone = await attempt(work);
    await read.again();
    return isDone;
  };
  return (
    <Page class="narrow" title={words().section.approvals} lead={say().lead} isBusy={read.isBusy()}>
      <p class="quiet-text">{say().keys}</p>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      <p role="status" class="quiet-text">
        <Show when={read.known()}>
          {(told) =>
            `${say().waiting(told().waiting)}${told().overdue > 0 ? `, ${say().overdue(told().overdue)}` : ""}`
          }
        </Show>
      </p>
      <Loaded read={read} failed={say().failed}>
        {(told) => (
          <Show when={told().items.length > 0} fallback={<State {...say().empty} />}>
            <ol class="approvals" aria-label={say().list}>
              <For each={told().items}>{(item) => <ApprovalItem item={item} api={api} decide={decide} />}</For>
            </ol>
          </Show>
        )}
      </Loaded>
    </Page>
  );
};

export default ApprovalPage;
