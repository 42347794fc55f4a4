import { type Accessor, For, type JSX, Show } from "solid-js";

type Props<Item> = {
  items: readonly Item[];
  /** What the button says that adds one at the end. */
  addLabel: string;
  add: () => void;
  /** There may be no more of them. */
  isFull?: boolean;
  remove: (at: number) => void;
  children: (item: Accessor<NonNullable<Item>>, at: number, remove: () => void) => JSX.Element;
};

/** Groups of fields, one below the other: the focus goes to the one that is added, and back when one is taken out. */
export const Rows = <Item,>(props: Props<Item>) => {
  let list: HTMLDivElement | undefined;
  let adding: HTMLButtonElement | undefined;
  const add = () => {
    props.add();
    list?.lastElementChild?.querySelector("input")?.focus();
  };
  const remove = (at: number) => {
    props.remove(at);
    adding?.focus();
  };
  return (
    <>
      <div class="desk-list" ref={(element) => (list = element)}>
        {/* By position: what is being typed does not move. */}
        <For each={props.items.map((_, at) => at)}>
          {(at) => <Show when={props.items[at]}>{(item) => props.children(item, at, () => remove(at))}</Show>}
        </For>
      </div>
      <div class="desk-buttons">
        <button
          type="button"
          class="button"
          disabled={props.isFull === true}
          ref={(element) => (adding = element)}
          onClick={add}
        >
          {props.addLabel}
        </button>
      </div>
    </>
  );
};
