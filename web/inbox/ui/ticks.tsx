import { createUniqueId, For, Show } from "solid-js";

type TicksProps<Value extends string> = {
  title: string;
  hint?: string;
  /** Each value with its name, in the order they stand in. */
  options: readonly (readonly [Value, string])[];
  chosen: readonly Value[];
  tick: (value: Value, isOn: boolean) => void;
};

/** A choice of any number among a few. */
export const Ticks = <Value extends string>(props: TicksProps<Value>) => {
  const id = createUniqueId();
  return (
    <fieldset class="desk-ticks" aria-describedby={props.hint === undefined ? undefined : id}>
      <legend>{props.title}</legend>
      <For each={props.options}>
        {([value, name]) => (
          <label>
            <input
              type="checkbox"
              checked={props.chosen.includes(value)}
              onChange={(event) => props.tick(value, event.currentTarget.checked)}
            />
            <span>{name}</span>
          </label>
        )}
      </For>
      <Show when={props.hint}>
        <p class="quiet-text" id={id}>
          {props.hint}
        </p>
      </Show>
    </fieldset>
  );
};

type TickProps = {
  name: string;
  hint: string;
  isOn: boolean;
  disabled?: boolean;
  choose: (isOn: boolean) => void;
};

/** One thing that is so or not, and what it means. */
export const Tick = (props: TickProps) => {
  const id = createUniqueId();
  return (
    <div class="desk-ticks">
      <label>
        <input
          type="checkbox"
          aria-describedby={id}
          checked={props.isOn}
          disabled={props.disabled}
          onChange={(event) => props.choose(event.currentTarget.checked)}
        />
        <span>{props.name}</span>
      </label>
      <p class="quiet-text" id={id}>
        {props.hint}
      </p>
    </div>
  );
};
