import { createEffect, createSignal, For, Show, untrack } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { createReplyApi, type Guarding, type Policy } from "../../data/reply/api.ts";
import { isOvertaken, upon } from "../../data/settings.ts";
import { words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { replyWords } from "../conversation/reply-words.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { LANGUAGES, LISTS, linesOf, withList } from "./model.ts";
import { Trial } from "./trial.tsx";
import { guardWords } from "./words.ts";
import "../../style/desk-page.css";

/** What compliance decides of words that leave, with a place to try it. */
const GuardPage = () => {
  const desk = useDesk();
  const api = createReplyApi(desk.api.http);
  const say = guardWords.words;
  const read = createRead(async () => {
    await replyWords.load();
    return api.guarding();
  });
  const { attempt, dismiss, fault } = createAttempt();
  const [saved, setSaved] = createSignal(false);
  const save = async (work: () => Promise<Policy>) => {
    setSaved(false);
    const isDone = await attempt(async () => {
      const policy = await work();
      read.change((before) => ({ ...before, policy }));
    });
    setSaved(isDone);
    if (isOvertaken(fault())) await read.again();
  };
  return (
    <Page class="narrow" title={words().section.guard} lead={say().lead} isBusy={read.isBusy()}>
      <Show when={fault()}>{(error) => <Trouble ofSettings fault={error()} dismiss={dismiss} />}</Show>
      <p role="status">{saved() ? say().saved : ""}</p>
      <Loaded read={read} failed={say().failed}>
        {(told) => (
          <>
            <Show when={desk.can("approve")}>
              <label class="switch">
                <input
                  type="checkbox"
                  role="switch"
                  aria-checked={told().policy.crisis}
                  checked={told().policy.crisis}
                  onChange={(event) => void save(() => api.setCrisis(event.currentTarget.checked))}
                />
                <span>{say().crisis}</span>
              </label>
            </Show>
            <Show when={told().policy.crisis}>
              <p class="desk-badge" data-tone="breach">
                {say().crisisOn}
              </p>
            </Show>
            <Trial guarding={told()} />
            <Rules guarding={told()} save={(policy) => void save(() => api.saveGuard(policy))} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

const Rules = (props: { guarding: Guarding; save: (policy: Policy) => void }) => {
  const desk = useDesk();
  const say = guardWords.words;
  const [edited, setEdited] = createSignal<Policy>();
  const [shown, setShown] = createSignal(props.guarding.policy);
  const policy = () => edited() ?? props.guarding.policy;
  // What is saved elsewhere is not undone by what is being written here, nor the other way round.
  createEffect<Policy>((read) => {
    const theirs = props.guarding.policy;
    const mine = untrack(edited);
    setShown(mine === undefined ? theirs : setEdited(upon(mine, read, theirs)));
    return theirs;
  }, props.guarding.policy);
  const isReadOnly = () => !desk.can("manage-guard");
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.save(policy());
      }}
    >
      <Show when={isReadOnly()}>
        <p class="quiet-text">{say().readOnly}</p>
      </Show>
      <p class="quiet-text" id="guard-lists">
        {say().listLead}
      </p>
      <div class="desk-columns">
        <For each={LISTS}>
          {(list) => (
            <For each={LANGUAGES}>
              {(language) => (
                <label>
                  <span>{say().listOf(say().lists[list] ?? list, say().languages[language] ?? language)}</span>
                  <textarea
                    rows="7"
                    lang={language}
                    aria-describedby="guard-lists"
                    readOnly={isReadOnly()}
                    value={shown().lists[language][list].join("\n")}
                    onInput={(event) => setEdited(withList(policy(), language, list, event.currentTarget.value))}
                  />
                </label>
              )}
            </For>
          )}
        </For>
      </div>
      <label>
        <span>{say().links}</span>
        <textarea
          rows="3"
          aria-describedby="guard-links"
          readOnly={isReadOnly()}
          value={shown().links.join("\n")}
          onInput={(event) => setEdited({ ...policy(), links: linesOf(event.currentTarget.value) })}
        />
      </label>
      <p class="quiet-text" id="guard-links">
        {say().linksLead}
      </p>
      <Show when={!isReadOnly()}>
        <div class="desk-buttons">
          <button type="submit" class="button primary" disabled={edited() === undefined}>
            {say().save}
          </button>
        </div>
      </Show>
    </form>
  );
};

export default GuardPage;
