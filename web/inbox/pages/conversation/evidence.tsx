import { createSignal, For, onCleanup, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { type Evidence, redactionApi } from "../../data/redaction/api.ts";
import { language } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { EyeIcon } from "../../ui/icon.tsx";
import { durationText } from "../../ui/time-model.ts";
import { evidenceWords } from "./evidence-words.ts";
import { Trouble } from "./trouble.tsx";
import "../../style/evidence.css";

type Props = { conversationId: string; messageId: string; found: Record<string, number>; expiresAt: string };

/**
 * What the customer quoted as a fraudster's, for who may see it: asked for when it is wanted, plain text that opens
 * nothing, gone from the page with the message or when its time is over.
 */
const EvidencePanel = (props: Props) => {
  const desk = useDesk();
  const say = () => evidenceWords.words();
  const [evidence, setEvidence] = createSignal<Evidence>();
  const [isGone, setGone] = createSignal(false);
  const { attempt, dismiss, fault } = createAttempt();
  const api = redactionApi(desk.api);
  const left = () => Date.parse(props.expiresAt) - now();
  const show = () => attempt(async () => setEvidence(await api.evidence(props.conversationId, props.messageId)));
  const drop = () =>
    attempt(async () => {
      await api.dropEvidence(props.conversationId, props.messageId);
      setEvidence(undefined);
      setGone(true);
      desk.changes.touch([props.conversationId]);
    });
  onCleanup(() => setEvidence(undefined));
  return (
    <Show when={left() > 0 && !isGone()}>
      <section class="evidence" aria-label={say().title}>
        <p class="evidence-head">
          <strong>{say().counted(props.found["phone"] ?? 0, props.found["link"] ?? 0)}</strong>
          <span class="quiet-text">{say().left(durationText(left(), language()))}</span>
        </p>
        <Show
          when={evidence()}
          fallback={
            <button type="button" class="button small" onClick={() => void show()}>
              <EyeIcon />
              {say().show}
            </button>
          }
        >
          {(seen) => (
            <>
              <ul class="evidence-items">
                <For each={seen().items}>
                  {({ kind, value }) => (
                    <li>
                      <span class="quiet-text">{say().kind[kind]}</span> <code translate="no">{value}</code>
                    </li>
                  )}
                </For>
              </ul>
              <div class="message-actions">
                <button type="button" class="button small" onClick={() => setEvidence(undefined)}>
                  {say().hide}
                </button>
                <button type="button" class="button small" onClick={() => void drop()}>
                  {say().drop}
                </button>
              </div>
            </>
          )}
        </Show>
        <p class="quiet-text">{say().logged}</p>
        <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      </section>
    </Show>
  );
};

export default EvidencePanel;
