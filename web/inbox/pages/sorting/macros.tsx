import { createSignal, For, Show } from "solid-js";
import type { MacroStep } from "../../data/api-types.ts";
import type { Attempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { choicesOf, nameOf } from "./steps.ts";
import { sortingWords } from "./words.ts";

const MOST_STEPS = 8;

/** What is done in one press: the macros there are, and a new one. */
export const Macros = (props: { attempt: Attempt }) => {
  const desk = useDesk();
  const say = () => sortingWords.words();
  const remove = (id: string) =>
    props.attempt(async () => {
      await desk.api.removeMacro(crypto.randomUUID(), id);
      desk.putMacros(desk.macros().filter((macro) => macro.id !== id));
    });
  return (
    <>
      <h2>{say().macros}</h2>
      <p class="quiet-text">{say().macrosLead}</p>
      <Show when={desk.macros().length > 0} fallback={<p>{say().noMacros}</p>}>
        <ul class="sorting-list">
          <For each={desk.macros()}>
            {(macro) => (
              <li>
                <span class="sorting-name">{macro.name}</span>
                <span class="quiet-text">{macro.steps.map((step) => nameOf(desk, step)).join(" → ")}</span>
                <button type="button" class="button quiet small" onClick={() => void remove(macro.id)}>
                  {say().remove(macro.name)}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <NewMacro attempt={props.attempt} />
    </>
  );
};

const NewMacro = (props: { attempt: Attempt }) => {
  const desk = useDesk();
  const say = () => sortingWords.words();
  const [name, setName] = createSignal("");
  const [steps, setSteps] = createSignal<MacroStep[]>([]);
  let field: HTMLInputElement | undefined;
  let choice: HTMLSelectElement | undefined;
  const save = async (event: Event) => {
    event.preventDefault();
    const isDone = await props.attempt(async () => {
      const macro = await desk.api.addMacro(crypto.randomUUID(), { name: name().trim(), steps: steps() });
      desk.putMacros([...desk.macros(), macro]);
    });
    if (!isDone) return;
    setName("");
    setSteps([]);
    field?.focus();
  };
  const drop = (place: number) => {
    setSteps(steps().filter((_, other) => other !== place));
    choice?.focus();
  };
  const add = (select: HTMLSelectElement) => {
    const choice = choicesOf(desk)[Number(select.value)];
    if (choice) setSteps([...steps(), choice.step]);
    select.value = "";
  };
  return (
    <form class="new-macro" onSubmit={(event) => void save(event)}>
      <input
        class="input"
        ref={(element) => (field = element)}
        required
        maxlength="60"
        aria-label={say().macroName}
        placeholder={say().macroName}
        value={name()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <ol class="macro-steps">
        <For each={steps()}>
          {(step, place) => (
            <li>
              <span>{nameOf(desk, step)}</span>
              <button
                type="button"
                class="button quiet small"
                aria-label={say().dropStep(nameOf(desk, step))}
                onClick={() => drop(place())}
              >
                ×
              </button>
            </li>
          )}
        </For>
      </ol>
      <div class="care-line">
        <select
          class="select"
          ref={(element) => (choice = element)}
          aria-label={say().addStep}
          disabled={steps().length >= MOST_STEPS}
          onChange={(event) => add(event.currentTarget)}
        >
          <option value="">{say().addStep}</option>
          <For each={choicesOf(desk)}>{(choice, place) => <option value={place()}>{choice.label}</option>}</For>
        </select>
        <button type="submit" class="button" disabled={steps().length === 0}>
          {say().save}
        </button>
      </div>
    </form>
  );
};
