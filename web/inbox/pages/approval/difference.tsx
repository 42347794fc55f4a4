import { diffWordsWithSpace } from "diff";
import { createMemo, For, Match, Switch } from "solid-js";
import { approvalWords } from "./words.ts";
import "../../style/difference.css";

/** What was added and removed, word by word, told to the ear too. */
export const Difference = (props: { before: string; after: string }) => {
  const parts = createMemo(() => diffWordsWithSpace(props.before, props.after));
  return (
    <p>
      <For each={parts()}>
        {(part) => (
          <Switch fallback={<span>{part.value}</span>}>
            <Match when={part.added}>
              <ins>
                <span class="sr-only">{approvalWords.words().added} </span>
                {part.value}
              </ins>
            </Match>
            <Match when={part.removed}>
              <del>
                <span class="sr-only">{approvalWords.words().removed} </span>
                {part.value}
              </del>
            </Match>
          </Switch>
        )}
      </For>
    </p>
  );
};
