import { createSignal, createUniqueId } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { type Keeping, type Of, retentionApi } from "../../data/retention/api.ts";
import { Select } from "../../ui/select.tsx";
import { FormDialog } from "../conversation/form-dialog.tsx";
import { retentionWords } from "./words.ts";

type Props = { card: Card; kept: Keeping; done: () => void; onClose: () => void };

/** What is kept, and what it is for. */
export const HoldDialog = (props: Props) => {
  const desk = useDesk();
  const id = createUniqueId();
  const say = () => retentionWords.words().holds;
  const api = retentionApi(desk.api);
  const { attempt, dismiss, fault } = createAttempt();
  const [of, setOf] = createSignal<Of>("conversation");
  const [reference, setReference] = createSignal("");
  const key = crypto.randomUUID();
  const submit = async () => {
    if (!(await attempt(() => api.place(props.card.id, key, { of: of(), reference: reference() })))) return;
    props.onClose();
    props.done();
  };
  const choices = (): readonly Of[] => (props.kept.ofContact === null ? ["conversation"] : ["conversation", "contact"]);
  return (
    <FormDialog
      title={say().place}
      lead={say().placeLead}
      fault={fault()}
      dismiss={dismiss}
      submit={submit}
      onClose={props.onClose}
    >
      <div class="care-field">
        <label for={`${id}-of`}>{say().of}</label>
        <Select
          id={`${id}-of`}
          options={choices().map((each) => [each, say().ofs[each]] as const)}
          value={of()}
          choose={setOf}
        />
      </div>
      <div class="care-field">
        <label for={`${id}-reference`}>{say().reference}</label>
        <span class="care-line">
          <input
            id={`${id}-reference`}
            class="input"
            required
            maxlength="60"
            autocomplete="off"
            aria-describedby={`${id}-hint`}
            value={reference()}
            onInput={(event) => setReference(event.currentTarget.value)}
          />
          <button type="submit" class="button primary" disabled={reference().trim() === ""}>
            {say().place}
          </button>
        </span>
        <span class="quiet-text" id={`${id}-hint`}>
          {say().placeHint}
        </span>
      </div>
    </FormDialog>
  );
};
