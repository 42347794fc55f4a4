import { For } from "solid-js";

type Props<Value extends string | number> = {
  /** Each value with its name, in the order they stand in. */
  options: readonly (readonly [Value, string])[];
  /** The first option where it is none of them. */
  value: Value | undefined;
  choose: (value: Value) => void;
  /** Where no label names it. */
  label?: string | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
  ref?: ((element: HTMLSelectElement) => void) | undefined;
};

/** A choice of one among a few. */
export const Select = <Value extends string | number>(props: Props<Value>) => {
  const choose = (element: HTMLSelectElement) => {
    const option = props.options[element.selectedIndex];
    if (option !== undefined) props.choose(option[0]);
  };
  return (
    <select
      id={props.id}
      class="select"
      aria-label={props.label}
      disabled={props.disabled}
      ref={(element) => props.ref?.(element)}
      onChange={(event) => choose(event.currentTarget)}
    >
      <For each={props.options}>
        {([value, name]) => (
          <option value={value} selected={value === props.value}>
            {name}
          </option>
        )}
      </For>
    </select>
  );
};
