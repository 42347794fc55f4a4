import { createSignal, lazy, Show, Suspense } from "solid-js";
import { registerActions } from "../../action/registry.ts";
import type { Card } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { Moment } from "../../ui/moment.tsx";
import { Trouble } from "./trouble.tsx";

const ReferralDialog = lazy(() => import("./referral-dialog.tsx"));

/** Whether another desk of the bank has the conversation, and the way to give it one. */
export const Referred = (props: { card: Card }) => {
  const desk = useDesk();
  const [isAsking, setAsking] = createSignal(false);
  const { attempt, dismiss, fault } = createAttempt();
  const mayAsk = () => desk.can("reply") && props.card.status === "open";
  registerActions([
    {
      id: "conversation.refer",
      group: "conversation",
      label: () => words().referral.refer,
      when: mayAsk,
      run: () => setAsking(true),
    },
  ]);
  const withdraw = async () => {
    await attempt(() => desk.api.withdrawReferral(props.card.id));
    desk.changes.touch([props.card.id]);
  };
  return (
    <>
      <Show when={props.card.referral}>
        {(referral) => (
          <section class="suggested" aria-label={words().referral.title}>
            <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
            <p role="status">
              <strong>{referral().name}</strong> · {words().referral.step[referral().step]}{" "}
              <Show when={referral().reason}>{(reason) => <>({words().referral.reason[reason()]}) </>}</Show>
              <Moment at={referral().since} />
            </p>
            <Show when={mayAsk() && ["referred", "delivered"].includes(referral().step)}>
              <p class="suggested-choice">
                <button type="button" class="button small" onClick={() => void withdraw()}>
                  {words().referral.withdraw}
                </button>
              </p>
            </Show>
          </section>
        )}
      </Show>
      <Show when={isAsking()}>
        <Suspense>
          <ReferralDialog card={props.card} close={() => setAsking(false)} />
        </Suspense>
      </Show>
    </>
  );
};
