import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Card, ImpostorView } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { AlarmIcon } from "../../ui/icon.tsx";
import { conversationPath } from "../frame/model.ts";
import { Trouble } from "./trouble.tsx";

/** Somebody looks like the bank: whoever writes here, or whoever answered this customer. */
export const Impostors = (props: { card: Card; filter: Filter }) => {
  const desk = useDesk();
  const { attempt, dismiss, fault } = createAttempt();
  const clear = async () => {
    await attempt(() => desk.api.clearImpostor(props.card.id));
    desk.changes.touch([props.card.id]);
  };
  return (
    <Show when={props.card.impostor}>
      {(impostor) => (
        <section class="exposed" aria-label={words().impostor.sign}>
          <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
          <Show when={impostor().suspected}>
            {(why) => (
              <>
                <Title text={words().impostor.suspected} />
                <p>{words().impostor.why[why()]}</p>
                <p>{words().impostor.report}</p>
                <Show when={desk.can("reply")}>
                  <button type="button" class="button small" onClick={() => void clear()}>
                    {words().impostor.clear}
                  </button>
                </Show>
              </>
            )}
          </Show>
          <Show when={impostor().answeredBy.length > 0}>
            <Answered card={props.card} impostor={impostor()} filter={props.filter} />
          </Show>
        </section>
      )}
    </Show>
  );
};

const Title = (props: { text: string }) => (
  <p class="exposed-title">
    <AlarmIcon />
    <strong>{props.text}</strong>
  </p>
);

const Answered = (props: { card: Card; impostor: ImpostorView; filter: Filter }) => {
  const desk = useDesk();
  return (
    <>
      <Title text={words().impostor.answered} />
      <ul>
        <For each={props.impostor.answeredBy}>
          {(each) => (
            <li>
              <A href={conversationPath(each.conversationId, props.filter)}>
                {each.handle ?? each.name ?? words().list.unknownContact}
              </A>
              {" · "}
              {words().impostor.why[each.why]}
            </li>
          )}
        </For>
      </ul>
      <Show when={desk.can("reply")}>
        <blockquote class="exposed-warning">{props.impostor.warning}</blockquote>
        <button
          type="button"
          class="button small"
          onClick={() => desk.prepareDraft(props.card.id, { mode: "reply", text: props.impostor.warning })}
        >
          {words().exposure.prepare}
        </button>
      </Show>
    </>
  );
};
