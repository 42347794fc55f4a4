import { For, Show } from "solid-js";
import type { Channel } from "../../data/api-types.ts";
import type { Bank, PolicyRule } from "../../data/bank/api.ts";
import { createEdited } from "../../data/settings-page.ts";
import { words } from "../../language/index.ts";
import { Answers } from "./answers.tsx";
import { tidy, usualOf, withRule, withUsual } from "./model.ts";
import { Targets } from "./targets.tsx";
import { Teams } from "./teams.tsx";
import { Week } from "./week.tsx";
import { hoursWords } from "./words.ts";

/** All of it, changed together and kept in one press. */
export const Editor = (props: { bank: Bank; save: (bank: Bank) => void }) => {
  const say = hoursWords.words;
  const [bank, setBank] = createEdited(() => props.bank);
  const change = (part: Partial<Bank>) => setBank((known) => ({ ...known, ...part }));
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.save(tidy(bank()));
      }}
    >
      <Show when={usualOf(bank())}>
        {(usual) => (
          <>
            <Week
              calendar={usual().calendar}
              change={(calendar) => setBank((known) => withUsual(known, { calendar }))}
            />
            <h2>{say().promises}</h2>
            <p class="quiet-text">{say().promisesLead}</p>
            <Targets
              title={say().usual}
              policy={usual()}
              change={(part) => setBank((known) => withUsual(known, part))}
            />
          </>
        )}
      </Show>
      <Show when={bank().slaRules} fallback={<p class="quiet-text">{say().urgentRule}</p>}>
        {(rules) => (
          <For each={rules().map((_, at) => at)}>
            {(at) => (
              <Show when={rules()[at]}>
                {(rule) => (
                  <Targets
                    title={ruleText(rule().when)}
                    policy={rule().policy}
                    change={(part) => setBank((known) => withRule(known, at, part))}
                  />
                )}
              </Show>
            )}
          </For>
        )}
      </Show>
      <Teams
        teams={bank().teams}
        accounts={bank().accounts}
        kept={props.bank.teams.map(({ id }) => id)}
        change={(teams) => change({ teams })}
      />
      <Answers bank={bank()} change={change} />
      <div class="desk-buttons">
        <button type="submit" class="button primary">
          {say().save}
        </button>
      </div>
    </form>
  );
};

/** "For priority: urgent; topic: Fraud, Cards" */
const ruleText = (when: PolicyRule["when"]): string => {
  const say = hoursWords.words();
  const nameOf = (value: string) => say.value[value] ?? words().channel[value as Channel] ?? value;
  const conditions = Object.entries(when).map(
    ([condition, values]) => `${say.condition[condition] ?? condition}: ${values.map(nameOf).join(", ")}`,
  );
  return say.rule(conditions.join("; "));
};
