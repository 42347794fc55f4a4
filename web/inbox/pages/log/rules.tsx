import { createSignal, For, Match, Show, Switch } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import type { RulesOf } from "../../data/log/api.ts";
import { words } from "../../language/index.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { logWords } from "./words.ts";

/** By which rules something was removed, looked up when somebody wants to know. */
export const Rules = (props: { read: () => Promise<RulesOf> | undefined }) => {
  const [known, setKnown] = createSignal<RulesOf>();
  const { attempt, dismiss, fault } = createAttempt();
  const look = (isOpen: boolean) => {
    if (isOpen && !known()) void attempt(async () => setKnown(await props.read()));
  };
  const nameOf = (kind: string) => (words().mark.names as Readonly<Record<string, string>>)[kind] ?? kind;
  return (
    <details class="log-rules" onToggle={(event) => look(event.currentTarget.open)}>
      <summary>{logWords.words().rules}</summary>
      <Switch fallback={<p class="quiet-text">{words().loading}</p>}>
        <Match when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Match>
        <Match when={known()}>
          {(found) => (
            <>
              <Show when={found().items.length > 0} fallback={<p>{logWords.words().noRules}</p>}>
                <ul>
                  <For each={found().items}>
                    {({ count, kind, rule }) => (
                      <li>
                        {count} × {nameOf(kind)} <code>{rule}</code>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
              <p class="quiet-text">{logWords.words().rulesNow}</p>
            </>
          )}
        </Match>
      </Switch>
    </details>
  );
};
