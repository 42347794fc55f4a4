import { createEffect, createMemo, createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { words } from "../language/index.ts";

type Props = {
  label: string;
  value: number;
  least: number;
  most?: number;
  /** Parts of one count too. */
  hasParts?: boolean;
  /** Told with every key; else once the field is left, so that one change is one to take back. */
  isLive?: boolean;
  /** Ids of what else is said about it. */
  describedBy?: string;
  disabled?: boolean;
  change: (value: number) => void;
  /** What else stands under it. */
  children?: JSX.Element;
};

/** A number. What is none stays as it was typed, is told beside the field and refused by the form; nothing takes its place. */
export const NumberField = (props: Props) => {
  const id = createUniqueId();
  const [isWrong, setWrong] = createSignal(false);
  let field: HTMLInputElement | undefined;
  const tell = () => {
    if (field?.validity.valid && field.valueAsNumber !== props.value) props.change(field.valueAsNumber);
  };
  const leave = () => {
    setWrong(field?.validity.valid === false);
    tell();
  };
  const write = () => {
    if (props.isLive === true) tell();
    // What is put right is told at once, what is only begun is not wrong yet.
    if (field?.validity.valid) setWrong(false);
  };
  // Another field's change is none of this one's: what is being typed stays.
  const given = createMemo(() => props.value);
  createEffect(() => {
    const value = given();
    if (!field || field.valueAsNumber === value) return;
    field.value = String(value);
    setWrong(false);
  });
  return (
    <label>
      <span>{props.label}</span>
      <input
        type="number"
        inputmode={props.hasParts ? "decimal" : "numeric"}
        required
        min={props.least}
        max={props.most}
        step={props.hasParts ? "any" : "1"}
        aria-describedby={[props.describedBy, id].filter((each) => each !== undefined).join(" ")}
        aria-invalid={isWrong()}
        disabled={props.disabled}
        ref={(element) => (field = element)}
        onInput={write}
        onChange={leave}
        onInvalid={() => setWrong(true)}
      />
      <small id={id} class="desk-wrong">
        <Show when={isWrong()}>{words().number(props.least, props.most)}</Show>
      </small>
      {props.children}
    </label>
  );
};
