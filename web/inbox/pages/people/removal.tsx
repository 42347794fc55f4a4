import { createSignal, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { FormDialog } from "../conversation/form-dialog.tsx";
import { peopleWords } from "./words.ts";

/** Asked once more: whoever is removed is signed out at that moment. */
export const Removal = (props: { name: string; remove: () => Promise<void>; done: () => void }) => {
  const say = peopleWords.words;
  const [isAsked, setAsked] = createSignal(false);
  const { attempt, dismiss, fault } = createAttempt();
  const remove = async () => {
    if (!(await attempt(props.remove))) return;
    setAsked(false);
    props.done();
  };
  return (
    <>
      <button type="button" class="button quiet" onClick={() => setAsked(true)}>
        {say().remove}
      </button>
      <Show when={isAsked()}>
        <FormDialog
          title={say().removeTitle(props.name)}
          lead={say().removeMeans}
          fault={fault()}
          dismiss={dismiss}
          submit={remove}
          onClose={() => setAsked(false)}
        >
          <div class="desk-buttons">
            <button type="submit" class="button primary">
              {say().removeNow}
            </button>
            <button type="button" class="button" onClick={() => setAsked(false)}>
              {say().cancel}
            </button>
          </div>
        </FormDialog>
      </Show>
    </>
  );
};
