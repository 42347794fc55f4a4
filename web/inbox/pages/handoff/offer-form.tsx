import { createSignal, createUniqueId, onMount, Show } from "solid-js";
import type { Card, HandoffOffer, SecureView } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { Select } from "../../ui/select.tsx";
import { languageFor } from "./model.ts";
import { handoffWords } from "./words.ts";

type Props = {
  card: Card;
  way: NonNullable<SecureView["way"]>;
  purposes: SecureView["purposes"];
  cancel: () => void;
  send: (key: string, offer: HandoffOffer) => Promise<void>;
};

/** What for, and in which language. The key stays while the form does: pressed twice, it is offered once. */
export const OfferForm = (props: Props) => {
  const desk = useDesk();
  const id = createUniqueId();
  const key = crypto.randomUUID();
  const say = handoffWords.words;
  const [purpose, setPurpose] = createSignal<HandoffOffer["purpose"]>("account");
  const [spoken, setSpoken] = createSignal(languageFor(props.card, desk.me.entity.languages));
  const [isSending, setSending] = createSignal(false);
  let first: HTMLSelectElement | undefined;
  onMount(() => first?.focus());
  const send = async () => {
    setSending(true);
    await props.send(key, { purpose: purpose(), language: spoken() });
    setSending(false);
  };
  return (
    <form
      class="secure-way-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => event.key === "Escape" && props.cancel()}
    >
      <p>{say().lead[props.way]}</p>
      <Show when={props.way === "secure-page"}>
        <label for={`${id}-purpose`}>{say().purpose}</label>
        <Select
          id={`${id}-purpose`}
          ref={(element) => (first = element)}
          options={props.purposes.map((each) => [each, say().purposes[each]])}
          value={purpose()}
          choose={setPurpose}
        />
      </Show>
      <label for={`${id}-language`}>{say().language}</label>
      <Select
        id={`${id}-language`}
        ref={(element) => (first ??= element)}
        options={(["fr", "en"] as const).map((each) => [each, say().languages[each]])}
        value={spoken()}
        choose={setSpoken}
      />
      <span class="secure-way-buttons">
        <button type="submit" class="button small primary" disabled={isSending()}>
          {say().send}
        </button>
        <button type="button" class="button small quiet" onClick={() => props.cancel()}>
          {say().cancel}
        </button>
      </span>
    </form>
  );
};
