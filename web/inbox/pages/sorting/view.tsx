import { createSignal, For, onMount, Show } from "solid-js";
import type { Tag } from "../../data/api-types.ts";
import { type Attempt, createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { createReplyApi } from "../../data/reply/api.ts";
import { words } from "../../language/index.ts";
import { Page } from "../../ui/page.tsx";
import { Trouble } from "../conversation/trouble.tsx";
import { Macros } from "./macros.tsx";
import { sortingWords } from "./words.ts";
import "../../style/sorting.css";

/** For supervisors: by which words conversations are sorted, and what is done in one press. */
const SortingPage = () => {
  const desk = useDesk();
  const { attempt, dismiss, fault } = createAttempt();
  const library = createRead(() => createReplyApi(desk.api.http).templates());
  const offered = () =>
    library
      .known()
      ?.items.flatMap(({ approved, expired, id }) =>
        approved && !expired ? [{ id, name: approved.content.name }] : [],
      )
      .toSorted((left, right) => left.name.localeCompare(right.name));
  onMount(() => {
    void desk.loadTags();
    void desk.loadMacros();
  });
  return (
    <Page class="sorting" title={words().section.sorting}>
      <Show when={desk.can("curate")} fallback={<p>{words().problem.forbidden}</p>}>
        <Show when={fault()}>{(known) => <Trouble fault={known()} dismiss={dismiss} />}</Show>
        <Tags attempt={attempt} />
        <Macros attempt={attempt} offered={offered()} />
      </Show>
    </Page>
  );
};

const Tags = (props: { attempt: Attempt }) => {
  const desk = useDesk();
  const say = () => sortingWords.words();
  const [name, setName] = createSignal("");
  const add = async (event: Event) => {
    event.preventDefault();
    if (await props.attempt(() => desk.makeTag(name().trim()))) setName("");
  };
  const turn = (tag: Tag) => props.attempt(() => desk.changeTag({ ...tag, retired: tag.retired !== true }));
  return (
    <>
      <h2>{say().tags}</h2>
      <p class="quiet-text">{say().tagsLead}</p>
      <Show when={desk.tags().length > 0} fallback={<p>{say().noTags}</p>}>
        <ul class="sorting-list">
          <For each={desk.tags()}>
            {(tag) => (
              <li>
                <span class="sorting-name">{tag.name}</span>
                <span class="quiet-text">{tag.retired ? say().retired : tag.kind === "free" ? say().free : ""}</span>
                <button type="button" class="button quiet small" onClick={() => void turn(tag)}>
                  {tag.retired ? say().bringBack(tag.name) : say().retire(tag.name)}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <form class="care-line" onSubmit={(event) => void add(event)}>
        <input
          class="input"
          required
          maxlength="40"
          aria-label={say().tagName}
          placeholder={say().tagName}
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {say().add}
        </button>
      </form>
    </>
  );
};

export default SortingPage;
