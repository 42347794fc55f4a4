import type { JSX } from "solid-js";
import { For } from "solid-js";

/** A table that is wider than a telephone, or than any page in large letters: who has no finger scrolls it with the keyboard. */
export const WideTable = (props: {
  name: string;
  columns: Readonly<Record<string, string>>;
  children: JSX.Element;
}) => (
  <section class="report-scroll" aria-label={props.name} tabindex="0">
    <table>
      <thead>
        <tr>
          <For each={Object.values(props.columns)}>{(name) => <th scope="col">{name}</th>}</For>
        </tr>
      </thead>
      {props.children}
    </table>
  </section>
);
