import type { Card } from "../../data/api-types.ts";
import { nameOf } from "../../data/news/model.ts";
import { words } from "../../language/index.ts";
import type { Selection } from "./selection.ts";

const SelectBox = (props: { card: Card; selection: Selection }) => (
  <label class="select-box">
    <input
      type="checkbox"
      checked={props.selection.has(props.card.id)}
      onChange={() => props.selection.toggle(props.card.id)}
    />
    <span class="sr-only">{words().select.name(nameOf(props.card) || words().list.unknownContact)}</span>
  </label>
);

export default SelectBox;
