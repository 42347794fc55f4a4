import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { AccountHealth, Credential, CredentialKind } from "../../data/channels/types.ts";
import { Select } from "../../ui/select.tsx";
import { WhenSaid } from "../../ui/when-said.tsx";
import { credentialOf, type Field, fieldsOf, kindsOf } from "./model.ts";
import { channelWords } from "./words.ts";

type Props = { account: AccountHealth; save: (credential: Credential) => Promise<void> };

/** What proves to the platform who we are: goes in, and is never shown again. */
export const Connect = (props: Props) => {
  const id = createUniqueId();
  const say = () => channelWords.words();
  const kinds = () => kindsOf(props.account.platform);
  const [kind, setKind] = createSignal<CredentialKind>(kindsOf(props.account.platform)[0] ?? "bearer");
  const fields = () => fieldsOf(props.account.platform, kind());
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    await props.save(credentialOf(kind(), fields(), new FormData(event.currentTarget)));
  };
  return (
    <form class="channel-form" autocomplete="off" onSubmit={(event) => void submit(event)}>
      <p class="quiet-text">{say().secretLead}</p>
      <label for={`${id}-kind`}>{say().kind}</label>
      <Select
        id={`${id}-kind`}
        options={kinds().map((each) => [each, say().accessKinds[each]])}
        value={kind()}
        choose={setKind}
      />
      <For each={fields()}>{(field) => <Line field={field} id={`${id}-${field.name}`} />}</For>
      <button type="submit" class="button primary">
        {say().save}
      </button>
    </form>
  );
};

const types = { secret: "password", text: "text", time: "datetime-local" } as const;

const Line = (props: { field: Field; id: string }) => {
  const [time, setTime] = createSignal("");
  const isTime = () => props.field.type === "time";
  return (
    <>
      <label for={props.id}>{channelWords.words().field[props.field.name]}</label>
      <input
        id={props.id}
        class="field"
        name={props.field.name}
        type={types[props.field.type]}
        required={!props.field.optional}
        autocomplete="off"
        spellcheck={false}
        maxlength="4096"
        aria-describedby={isTime() ? `${props.id}-said` : undefined}
        onInput={(event) => isTime() && setTime(event.currentTarget.value)}
      />
      <Show when={isTime()}>
        <WhenSaid id={`${props.id}-said`} value={time()} />
      </Show>
    </>
  );
};
