import { createEffect, createSignal, createUniqueId, For, Show } from "solid-js";
import type { Treatment } from "#core/redaction/treatment";
import { type Bank, bankApi, type Rules } from "../../data/bank/api.ts";
import { useDesk } from "../../data/desk.ts";
import { createEdited, createSettings } from "../../data/settings-page.ts";
import { words } from "../../language/index.ts";
import { linesOf } from "../../ui/lines.ts";
import { Select } from "../../ui/select.tsx";
import { Settings } from "../frame/settings.tsx";
import { Patterns } from "./patterns.tsx";
import { type Kind, offered, treatmentIn, unusable, type Visibility, withTreatment } from "./rules-model.ts";
import { redactionWords } from "./words.ts";
import "../../style/desk-page.css";

/** What this bank keeps of each kind, its own numbers, and what may stand. */
export const BankRules = () => {
  const desk = useDesk();
  const say = () => redactionWords.words().rules;
  const settings = createSettings(bankApi(desk.api));
  return (
    <section aria-labelledby="rules-title">
      <h2 id="rules-title">{say().title}</h2>
      <p class="quiet-text">{say().lead}</p>
      <Settings settings={settings} failed={say().failed} saved={say().saved}>
        {(known) => <Editor bank={known()} save={(rules) => void settings.save({ ...known(), redaction: rules })} />}
      </Settings>
    </section>
  );
};

const noRules: Rules = {};

const Editor = (props: { bank: Bank; save: (rules: Rules) => void }) => {
  const say = () => redactionWords.words().rules;
  const kept = () => props.bank.redaction ?? noRules;
  const [rules, setRules] = createEdited(kept);
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.save(rules());
      }}
    >
      <h3>{say().treatments}</h3>
      <Treatments rules={rules()} change={setRules} />
      <Patterns
        patterns={rules().patterns ?? []}
        change={(patterns) => setRules((before) => ({ ...before, patterns }))}
      />
      <h3>{say().allow}</h3>
      <Allowed allowed={rules().allow ?? []} change={(allow) => setRules((before) => ({ ...before, allow }))} />
      <div class="desk-buttons">
        <button type="submit" class="button primary">
          {say().save}
        </button>
      </div>
    </form>
  );
};

const sides: readonly Visibility[] = ["public", "private"];

const Treatments = (props: { rules: Rules; change: (rules: Rules) => void }) => {
  const say = () => redactionWords.words().rules;
  const kinds = () => Object.entries(words().mark.names) as [Kind, string][];
  return (
    <section class="redaction-table" aria-label={say().treatments} tabindex="0">
      <table class="redaction-treatments">
        <thead>
          <tr>
            <th scope="col">{say().finding}</th>
            <For each={sides}>{(side) => <th scope="col">{words().visibility[side]}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={kinds()}>
            {([kind, name]) => (
              <tr>
                <th scope="row">{name}</th>
                <For each={sides}>
                  {(side) => (
                    <td>
                      <Choice
                        name={`${name}, ${words().visibility[side]}`}
                        offered={offered(kind, treatmentIn(props.rules, kind, side))}
                        now={treatmentIn(props.rules, kind, side)}
                        choose={(treatment) => props.change(withTreatment(props.rules, kind, side, treatment))}
                      />
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
};

type ChoiceProps = {
  name: string;
  offered: readonly Treatment[];
  now: Treatment;
  choose: (treatment: Treatment) => void;
};

const Choice = (props: ChoiceProps) => {
  const say = () => redactionWords.words().rules;
  return (
    <Show when={props.offered.length > 1} fallback={<span class="quiet-text">{say().always}</span>}>
      <Select
        label={props.name}
        options={props.offered.map((each) => [each, say().treatment[each]] as const)}
        value={props.now}
        choose={props.choose}
      />
    </Show>
  );
};

/** What is being typed stays as it is typed; what it says goes up when the field is left. */
const Allowed = (props: { allowed: readonly string[]; change: (allowed: string[]) => void }) => {
  const say = () => redactionWords.words().rules;
  const id = createUniqueId();
  const [wrong, setWrong] = createSignal<readonly string[]>([]);
  return (
    <div class="redaction-field">
      <label>
        <span>{say().allowLabel}</span>
        <textarea
          rows="6"
          autocomplete="off"
          spellcheck={false}
          placeholder={say().allowExample}
          aria-describedby={id}
          aria-invalid={wrong().length > 0}
          ref={(element) =>
            createEffect(() => element.setCustomValidity(wrong().length > 0 ? say().allowWrong(wrong()) : ""))
          }
          value={props.allowed.join("\n")}
          onInput={(event) => setWrong(unusable(linesOf(event.currentTarget.value)))}
          onChange={(event) => props.change(linesOf(event.currentTarget.value))}
        />
      </label>
      <p class="quiet-text" id={id}>
        {say().allowHint}
      </p>
    </div>
  );
};
