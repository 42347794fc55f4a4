import { language } from "../language/index.ts";
import { whenText } from "./time-model.ts";

/**
 * What a field for a day or an hour holds, in the language of the page: the browser writes the field itself in its own, and
 * 03/04 is two days. The field is described by it.
 */
export const WhenSaid = (props: { id: string; value: string | undefined }) => (
  <small class="when-said quiet-text" id={props.id}>
    {whenText(props.value ?? "", language())}
  </small>
);
