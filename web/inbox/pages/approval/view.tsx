import { useLocation } from "@solidjs/router";
import { createComputed, createEffect, createSignal, For, onCleanup, Show } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { registerActions } from "../../action/registry.ts";
import { nextSecondAsked } from "../../data/alert/model.ts";
import { ApiFault } from "../../data/api-fault.ts";
import { lookWhenAsked } from "../../data/asked.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { type Approval, createReplyApi } from "../../data/reply/api.ts";
import { rewritingsOf } from "../../data/reply/rewriting.ts";
import { words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { State } from "../../ui/state.tsx";
import { Trouble } from "../conversation/trouble.tsx";
import { ApprovalItem } from "./item.tsx";
import { overtakenBy } from "./overtaken.tsx";
import { approvalWords } from "./words.ts";
import "../../style/desk-page.css";
import "../../style/reply.css";

/** Replies that wait for a second pair of eyes: what was asked, what would be said, what differs, and one key to decide. */
const ApprovalPage = () => {
  const desk = useDesk();
  const api = createReplyApi(desk.api.http);
  const say = approvalWords.words;
  const read = createRead(() => api.approvals());
  const { attempt, dismiss, fault } = createAttempt();
  // What is read again is what is there already: whoever is changing a reply goes on with it.
  const [shown, setShown] = createStore<{ items: Approval[] }>({ items: [] });
  const rewritings = rewritingsOf(desk);
  createComputed(() => setShown("items", reconcile(rewritings.among(read.known()?.items ?? []), { key: "messageId" })));
  lookWhenAsked(desk, "approvals", async () => {
    await read.again();
    return nextSecondAsked(read.known()?.items ?? []);
  });
  desk.attention.decide(undefined, false);
  onCleanup(() => desk.attention.look(null));
  const [currentId, setCurrentId] = createSignal<string>();
  const places = () => (list?.isConnected ? [...list.querySelectorAll<HTMLElement>(".approval")] : []);
  /** What is being decided here is not over because the line tells of it before the answer has come. */
  const [decidingId, setDecidingId] = createSignal<string>();
  const isOver = (id: string) =>
    id !== decidingId() && !(read.known()?.items.some(({ messageId }) => messageId === id) ?? true);
  const placeOf = () => shown.items.findIndex(({ messageId }) => messageId === currentId());
  let list: HTMLOListElement | undefined;
  let heading: HTMLElement | undefined;
  const focusOn = (place: number) => places()[place]?.focus();
  /** Whoever comes from a conversation comes for one of them. */
  const route = useLocation();
  let isLed = false;
  createEffect(() => {
    const place = shown.items.findIndex(({ messageId }) => messageId === route.query["reply"]);
    if (place < 0 || isLed) return;
    isLed = true;
    queueMicrotask(() => focusOn(place));
  });
  const decide = async (work: () => Promise<unknown>): Promise<boolean> => {
    const place = placeOf();
    setDecidingId(currentId());
    const isDone = await attempt(work);
    await read.again();
    setDecidingId(undefined);
    // The one that comes next is in the place of the one that was decided.
    if (isDone) (places()[place] ?? places().at(-1) ?? heading)?.focus();
    return isDone;
  };
  registerActions([
    { id: "approval.next", group: "list", label: () => say().next, key: "j", run: () => focusOn(placeOf() + 1) },
    {
      id: "approval.previous",
      group: "list",
      label: () => say().previous,
      key: "k",
      run: () => focusOn(Math.max(0, placeOf() - 1)),
    },
  ]);
  const standing = () => {
    const told = read.known();
    if (told === undefined || told.items.length === 0) return "";
    return `${say().waiting(told.waiting)}${told.overdue > 0 ? `, ${say().overdue(told.overdue)}` : ""}`;
  };
  /** Of two who decide at once, the second one is told who was first. */
  const overtaken = (error: unknown) =>
    error instanceof ApiFault && error.problem?.decision ? overtakenBy(error.problem, desk.agentName) : undefined;
  return (
    <Page
      class="narrow"
      title={words().section.approvals}
      lead={say().lead}
      isBusy={read.isBusy()}
      heading={(element) => (heading = element)}
    >
      <Show when={placeOf() < 0 && fault()}>
        {(error) => <Trouble fault={error()} text={overtaken(error())} dismiss={dismiss} />}
      </Show>
      <p role="status" class="quiet-text">
        {standing()}
      </p>
      <Loaded read={read} failed={say().failed}>
        {() => (
          <Show when={shown.items.length > 0} fallback={<State {...say().empty} />}>
            <ol class="approvals" aria-label={say().list} ref={(element) => (list = element)}>
              <For each={shown.items}>
                {(item) => (
                  <ApprovalItem
                    item={item}
                    api={api}
                    isCurrent={currentId() === item.messageId}
                    isOver={isOver(item.messageId)}
                    choose={() => setCurrentId(item.messageId)}
                    decide={decide}
                    trouble={
                      <Show when={currentId() === item.messageId && fault()}>
                        {(error) => <Trouble fault={error()} dismiss={dismiss} />}
                      </Show>
                    }
                  />
                )}
              </For>
            </ol>
          </Show>
        )}
      </Loaded>
    </Page>
  );
};

export default ApprovalPage;
