import { createSignal, For, onMount, Show } from "solid-js";
import type { Macro, MacroStep } from "../../data/api-types.ts";
import type { Attempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { withStep } from "./step-model.ts";
import { choicesOf, nameOf, type Offered } from "./steps.ts";
import { sortingWords } from "./words.ts";

const MOST_STEPS = 8;

/** What is done in one press: the macros there are, and the one that is written. */
export const Macros = (props: { attempt: Attempt; offered: Offered }) => {
  const desk = useDesk();
  const say = () => sortingWords.words();
  const [changed, setChanged] = createSignal<Macro>();
  const remove = (id: string) =>
    props.attempt(async () => {
      await desk.api.removeMacro(crypto.randomUUID(), id);
      desk.putMacros(desk.macros().filter((macro) => macro.id !== id));
      if (changed()?.id === id) setChanged(undefined);
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
                <span class="quiet-text">
                  {macro.steps.map((step) => nameOf(desk, props.offered, step)).join(" → ")}
                </span>
                <button type="button" class="button quiet small" onClick={() => setChanged(macro)}>
                  {say().change(macro.name)}
                </button>
                <button type="button" class="button quiet small" onClick={() => void remove(macro.id)}>
                  {say().remove(macro.name)}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={changed()} keyed fallback={<MacroForm {...props} />}>
        {(macro) => <MacroForm {...props} changed={macro} end={() => setChanged(undefined)} />}
      </Show>
    </>
  );
};

type FormProps = {
  attempt: Attempt;
  offered: Offered;
  /** The one that is changed; absent, a new one is made. */
  changed?: Macro;
  /** Nothing is changed any more. */
  end?: () => void;
};

const MacroForm = (props: FormProps) => {
  const desk = useDesk();
  const say = () => sortingWords.words();
  const [name, setName] = createSignal(props.changed?.name ?? "");
  const [steps, setSteps] = createSignal<readonly MacroStep[]>(props.changed?.steps ?? []);
  onMount(() => props.changed && field?.focus());
  let field: HTMLInputElement | undefined;
  let choice: HTMLSelectElement | undefined;
  const save = async (event: Event) => {
    event.preventDefault();
    const isDone = await props.attempt(async () => {
      const written = { name: name().trim(), steps: [...steps()] };
      const key = crypto.randomUUID();
      const before = props.changed;
      const macro = before
        ? await desk.api.changeMacro(key, { id: before.id, ...written })
        : await desk.api.addMacro(key, written);
      const isOther = ({ id }: Macro) => id !== macro.id;
      desk.putMacros([...desk.macros().filter(isOther), macro].toSorted(byName));
    });
    if (!isDone) return;
    props.end?.();
    setName("");
    setSteps([]);
    field?.focus();
  };
  const drop = (place: number) => {
    setSteps(steps().filter((_, other) => other !== place));
    choice?.focus();
  };
  const add = (select: HTMLSelectElement) => {
    const choice = choicesOf(desk, props.offered)[Number(select.value)];
    if (choice) setSteps(withStep(steps(), choice.step));
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
              <span>{nameOf(desk, props.offered, step)}</span>
              <button
                type="button"
                class="button quiet small"
                aria-label={say().dropStep(nameOf(desk, props.offered, step))}
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
          <For each={choicesOf(desk, props.offered)}>
            {(choice, place) => <option value={place()}>{choice.label}</option>}
          </For>
        </select>
        <button type="submit" class="button" disabled={steps().length === 0}>
          {props.changed ? say().saveChange : say().save}
        </button>
        <Show when={props.end}>
          {(end) => (
            <button type="button" class="button quiet" onClick={() => end()()}>
              {say().cancel}
            </button>
          )}
        </Show>
      </div>
    </form>
  );
};

const byName = (left: Macro, right: Macro): number => left.name.localeCompare(right.name);
