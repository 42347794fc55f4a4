import type { Card } from "../../data/api-types.ts";
import { words } from "../../language/index.ts";
import { contactName } from "../../ui/contact-name.ts";
import type { Selection } from "./selection.ts";

const SelectBox = (props: { card: Card; selection: Selection }) => (
  <label class="select-box">
    <input
      type="checkbox"
      checked={props.selection.has(props.card.id)}
      onChange={() => props.selection.toggle(props.card.id)}
    />
    <span class="sr-only">{words().select.name(contactName(props.card))}</span>
  </label>
);

export default SelectBox;
