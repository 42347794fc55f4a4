import { createSignal, For, Show } from "solid-js";
import type { Bank } from "../../data/bank/api.ts";
import { createEdited } from "../../data/settings-page.ts";
import { createUndo } from "../../data/undo.ts";
import { UndoIcon } from "../../ui/icon.tsx";
import { Answers } from "./answers.tsx";
import { tidy, usualOf, withUsual } from "./model.ts";
import { Preview } from "./preview.tsx";
import { Rules } from "./rules.tsx";
import { type Problem, problemsOf, withHours } from "./rules-model.ts";
import { Targets } from "./targets.tsx";
import { Teams } from "./teams.tsx";
import { Week } from "./week.tsx";
import { hoursWords } from "./words.ts";

/** All of it, changed together and kept in one press. */
export const Editor = (props: { bank: Bank; save: (bank: Bank) => void }) => {
  const say = hoursWords.words;
  const [bank, setBank] = createEdited(() => props.bank);
  const { change, mayUndo, undo } = createUndo(
    bank,
    (next) => void setBank(() => next),
    () => props.bank,
  );
  const part = (some: Partial<Bank>) => change({ ...bank(), ...some });
  const [isTried, setTried] = createSignal(false);
  /** Told from the first try on, each until it is put right. */
  const problems = (): readonly Problem[] => (isTried() ? problemsOf(bank()) : []);
  let form: HTMLFormElement | undefined;
  const save = () => {
    setTried(true);
    if (problems().length === 0) props.save(tidy(bank()));
  };
  return (
    <form
      class="desk-form"
      ref={(element) => {
        form = element;
        // What the browser refuses has to be seen: a rule that is folded opens.
        element.addEventListener("invalid", (event) => openAround(event.target), { capture: true });
      }}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Show when={usualOf(bank())}>
        {(usual) => (
          <>
            <Week calendar={usual().calendar} change={(calendar) => change(withHours(bank(), calendar))} />
            <h2>{say().promises}</h2>
            <p class="quiet-text">{say().promisesLead}</p>
            <fieldset class="desk-card">
              <legend>{say().usual}</legend>
              <Targets policy={usual()} teams={bank().teams} change={(some) => change(withUsual(bank(), some))} />
            </fieldset>
          </>
        )}
      </Show>
      <Rules bank={bank()} change={change} />
      <Preview bank={bank()} />
      <Teams
        teams={bank().teams}
        accounts={bank().accounts}
        kept={props.bank.teams.map(({ id }) => id)}
        change={(teams) => part({ teams })}
      />
      <Answers bank={bank()} change={part} />
      <Show when={problems().length > 0}>
        <div role="alert">
          <ul class="desk-problems">
            <For each={problems()}>
              {({ kind, rule }) => (
                <li>
                  <button type="button" class="link-button" onClick={() => form && showRule(form, rule)}>
                    {rule === undefined ? say().usualProblem : say().problem[kind](rule + 1)}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <div class="desk-buttons desk-keep">
        <button type="submit" class="button primary">
          {say().save}
        </button>
        <button type="button" class="button" disabled={!mayUndo()} onClick={undo}>
          <UndoIcon />
          <span>{say().undo}</span>
        </button>
        <p class="quiet-text" role="status">
          {mayUndo() ? say().unsaved : ""}
        </p>
      </div>
    </form>
  );
};

const openAround = (field: EventTarget | null) => {
  const folded = field instanceof Element ? field.closest("details") : null;
  if (folded) folded.open = true;
};

const showRule = (form: HTMLElement, rule: number | undefined) => {
  const card = rule === undefined ? undefined : form.querySelectorAll("details.desk-rule")[rule];
  if (!(card instanceof HTMLDetailsElement)) return;
  card.open = true;
  card.querySelector("summary")?.focus();
};
