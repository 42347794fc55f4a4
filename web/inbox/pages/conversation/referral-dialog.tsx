import { createResource, createSignal, For, Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { Modal } from "../../ui/dialog/view.tsx";
import { Trouble } from "./trouble.tsx";

/** To which other desk of the bank the conversation goes, and with which words. */
const ReferralDialog = (props: { card: Card; close: () => void }) => {
  const desk = useDesk();
  const [desks] = createResource(async () => (await desk.api.desks()).items);
  const { attempt, dismiss, fault } = createAttempt();
  const [isBusy, setBusy] = createSignal(false);
  const key = crypto.randomUUID();
  const refer = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const note = String(form.get("note") ?? "").trim();
    const asked = { deskId: String(form.get("desk")), ...(note === "" ? {} : { note }) };
    setBusy(true);
    const isDone = await attempt(() => desk.api.refer(props.card.id, key, asked));
    setBusy(false);
    if (!isDone) return;
    desk.changes.touch([props.card.id]);
    props.close();
  };
  return (
    <Modal title={words().referral.refer} onClose={props.close}>
      <Show when={fault() ?? (desks.state === "errored" ? desks.error : undefined)}>
        {(error) => <Trouble fault={error()} dismiss={dismiss} />}
      </Show>
      <Show when={desks.state === "ready" && desks()} fallback={<p class="quiet-text">{words().loading}</p>}>
        {(known) => (
          <Show when={known().length > 0} fallback={<p>{words().referral.none}</p>}>
            <form class="referral-form" onSubmit={(event) => void refer(event)}>
              <p class="quiet-text">{words().referral.lead}</p>
              <label>
                <span>{words().referral.desk}</span>
                <select class="select" name="desk">
                  <For each={known()}>{({ id, name }) => <option value={id}>{name}</option>}</For>
                </select>
              </label>
              <label>
                <span>{words().referral.note}</span>
                <textarea name="note" rows="4" maxlength="4000" />
              </label>
              <button type="submit" class="button primary" disabled={isBusy()}>
                {words().referral.send}
              </button>
            </form>
          </Show>
        )}
      </Show>
    </Modal>
  );
};

export default ReferralDialog;
