import { createSignal, createUniqueId, For, Show } from "solid-js";
import { type Card, CONSENT_WAYS, type ConsentWay } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createSearch } from "../../data/search/search.ts";
import { words } from "../../language/index.ts";
import { ChannelGlyph } from "../../ui/channel-glyph.tsx";
import { contactName } from "../../ui/contact-name.ts";
import { previewOf } from "../../ui/preview.ts";
import { Select } from "../../ui/select.tsx";
import { WhenSaid } from "../../ui/when-said.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { linkWords } from "./link-words.ts";

/** Conversations that are offered at once. */
const SHOWN = 6;

type Props = { card: Card; onLinked: () => void; onClose: () => void };

/** Which other contact is this customer, how they agreed and when. */
const LinkDialog = (props: Props) => {
  const desk = useDesk();
  const id = createUniqueId();
  const say = () => linkWords.words();
  const { attempt, dismiss, fault } = createAttempt();
  const search = createSearch(desk);
  const key = crypto.randomUUID();
  const [otherId, setOtherId] = createSignal<string>();
  const [way, setWay] = createSignal<ConsentWay>("in-conversation");
  const [at, setAt] = createSignal(localNow());
  const others = () =>
    search
      .found()
      .map(({ card }) => card)
      .filter((each) => each.id !== props.card.id)
      .slice(0, SHOWN);
  const link = async () => {
    const conversationId = otherId();
    if (conversationId === undefined) return;
    const consentedAt = new Date(at()).toISOString();
    if (await attempt(() => desk.api.linkContacts(props.card.id, key, { conversationId, way: way(), consentedAt }))) {
      props.onLinked();
      props.onClose();
    }
  };
  return (
    <FormDialog
      title={say().title}
      lead={say().lead}
      fault={fault()}
      dismiss={dismiss}
      submit={link}
      onClose={props.onClose}
    >
      <div class="care-field">
        <label for={`${id}-search`}>{say().search}</label>
        <span class="care-line">
          <input
            id={`${id}-search`}
            class="input"
            type="search"
            autocomplete="off"
            onInput={(event) => search.ask(event.currentTarget.value)}
          />
        </span>
      </div>
      <Show when={search.state() !== "idle"}>
        <fieldset class="care-group">
          <legend>{say().found}</legend>
          <For
            each={others()}
            fallback={
              <Show when={search.state() === "done"}>
                <p class="quiet-text">{say().none}</p>
              </Show>
            }
          >
            {(other) => (
              <label class="split-message">
                <input
                  type="radio"
                  name={`${id}-other`}
                  checked={otherId() === other.id}
                  onChange={() => setOtherId(other.id)}
                />
                <ChannelGlyph channel={other.channel} />
                <span class="around-words">
                  <strong>{contactName(other)}</strong>
                  <span class="quiet-text">{words().channel[other.channel]}</span>
                  <span class="split-text">{previewOf(other)}</span>
                </span>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <div class="care-field">
        <label for={`${id}-way`}>{say().way}</label>
        <Select
          id={`${id}-way`}
          options={CONSENT_WAYS.map((each) => [each, say().ways[each]])}
          value={way()}
          choose={setWay}
        />
      </div>
      <div class="care-field">
        <label for={`${id}-at`}>{say().at}</label>
        <span class="care-line">
          <input
            id={`${id}-at`}
            class="input"
            type="datetime-local"
            required
            aria-describedby={`${id}-said`}
            value={at()}
            onInput={(event) => setAt(event.currentTarget.value)}
          />
          <button type="submit" class="button primary" disabled={otherId() === undefined}>
            {say().make}
          </button>
        </span>
        <WhenSaid id={`${id}-said`} value={at()} />
      </div>
    </FormDialog>
  );
};

/** To the minute, as the field has it. */
const localNow = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

export default LinkDialog;
