import { createSignal, For, Show, Suspense } from "solid-js";
import { registerActions } from "../../action/registry.ts";
import type { Card, ContactLink } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { lazyWithWords } from "../../language/area.ts";
import { language, words } from "../../language/index.ts";
import { momentText } from "../../ui/time-model.ts";
import { holderName } from "../list/model.ts";
import { Cards } from "./contact-cards.tsx";
import { linkWords } from "./link-words.ts";
import { Trouble } from "./trouble.tsx";

const LinkDialog = lazyWithWords(linkWords, () => import("./link-dialog.tsx"));

type Props = { card: Card; links: readonly ContactLink[]; filter: Filter; reread: () => void };

/** The same customer elsewhere, as the customer agreed that we may know; and where an agent says so. */
export const Linked = (props: Props) => {
  const desk = useDesk();
  const say = () => words().contact;
  const { attempt, dismiss, fault } = createAttempt();
  const [isLinking, setLinking] = createSignal(false);
  registerActions([
    {
      id: "conversation.link",
      group: "conversation",
      label: () => say().link,
      when: () => desk.can("reply"),
      run: () => setLinking(true),
    },
  ]);
  const unlink = async (linkId: string) => {
    if (await attempt(() => desk.api.unlinkContacts(props.card.id, linkId))) props.reread();
  };
  return (
    <>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      <For each={props.links}>
        {(link) => (
          <>
            <Cards title={say().linked} empty={say().none} cards={link.conversations} filter={props.filter} />
            <p class="quiet-text">
              {say().consent(
                momentText(link.consentedAt, language()),
                holderName(link.by, desk.agents(), desk.me.agent.id, words()),
              )}
            </p>
            <Show when={desk.can("reply")}>
              <button type="button" class="button small" onClick={() => void unlink(link.id)}>
                {say().unlink}
              </button>
            </Show>
          </>
        )}
      </For>
      <Show when={desk.can("reply")}>
        <div class="details-part">
          <button type="button" class="button small" onClick={() => setLinking(true)}>
            {say().link}
          </button>
        </div>
      </Show>
      <Show when={isLinking()}>
        <Suspense>
          <LinkDialog card={props.card} onLinked={props.reread} onClose={() => setLinking(false)} />
        </Suspense>
      </Show>
    </>
  );
};
