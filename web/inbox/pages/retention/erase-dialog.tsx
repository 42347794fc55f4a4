import { createSignal, createUniqueId, For, Show } from "solid-js";
import { type Card, GROUNDS, type Ground } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { type Keeping, type Of, retentionApi } from "../../data/retention/api.ts";
import { Select } from "../../ui/select.tsx";
import { FormDialog } from "../conversation/form-dialog.tsx";
import { retentionWords } from "./words.ts";

type Props = { card: Card; kept: Keeping; done: () => void; onClose: () => void };

/** What goes, on which ground; it is said again that it does not come back. */
export const EraseDialog = (props: Props) => {
  const desk = useDesk();
  const id = createUniqueId();
  const say = () => retentionWords.words().erase;
  const api = retentionApi(desk.api);
  const { attempt, dismiss, fault } = createAttempt();
  const [of, setOf] = createSignal<Of>("conversation");
  const [ground, setGround] = createSignal<Ground>(GROUNDS[0]);
  const [isSure, setSure] = createSignal(false);
  const submit = async () => {
    if (!(await attempt(() => api.erase(props.card.id, { of: of(), ground: ground() })))) return;
    props.onClose();
    props.done();
  };
  const choices = (): readonly (readonly [Of, string])[] => [
    ["conversation", say().whats.conversation(props.kept.together)],
    ...(props.kept.ofContact === null ? [] : [["contact", say().whats.contact(props.kept.ofContact)] as const]),
  ];
  return (
    <FormDialog
      title={say().title}
      lead={say().lead}
      fault={fault()}
      dismiss={dismiss}
      submit={submit}
      onClose={props.onClose}
    >
      <fieldset class="care-group">
        <legend>{say().what}</legend>
        <For each={choices()}>
          {([each, name]) => (
            <label class="split-message">
              <input type="radio" name={`${id}-of`} checked={of() === each} onChange={() => setOf(each)} />
              <span>{name}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={of() === "contact" && props.kept.linked.length > 0}>
        <p>{say().linked(props.kept.linked.length)}</p>
      </Show>
      <div class="care-field">
        <label for={`${id}-ground`}>{say().ground}</label>
        <Select
          id={`${id}-ground`}
          options={GROUNDS.map((each) => [each, say().grounds[each]] as const)}
          value={ground()}
          choose={setGround}
        />
      </div>
      <label class="split-message">
        <input type="checkbox" checked={isSure()} onChange={(event) => setSure(event.currentTarget.checked)} />
        <span>{say().sure}</span>
      </label>
      <p class="suggested-choice">
        <button type="submit" class="button primary" disabled={!isSure()}>
          {say().confirm}
        </button>
      </p>
    </FormDialog>
  );
};
