import { For } from "solid-js";

/** A few columns of words. It is wider than a telephone: who has no finger scrolls it with the keyboard. */
export const Table = (props: { name: string; heads: string[]; rows: string[][] }) => (
  <section class="redaction-table" aria-label={props.name} tabindex="0">
    <table>
      <thead>
        <tr>
          <For each={props.heads}>{(head) => <th scope="col">{head}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <For each={row}>{(cell) => <td>{cell}</td>}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </section>
);
