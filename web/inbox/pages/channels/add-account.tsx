import { createUniqueId, For, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { channelApi } from "../../data/channels/api.ts";
import { useDesk } from "../../data/desk.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { PLATFORMS, platformOf } from "./model.ts";
import { channelWords } from "./words.ts";

/** Names an account of the bank's: from then on what arrives for it is taken in. */
export const AddAccount = (props: { reload: () => Promise<void> }) => {
  const desk = useDesk();
  const id = createUniqueId();
  const say = () => channelWords.words();
  const { attempt, dismiss, fault } = createAttempt();
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    const filled = new FormData(form);
    const text = (name: string) => String(filled.get(name) ?? "").trim();
    const platform = platformOf(text("platform")) ?? "x";
    const handle = text("handle");
    const names = { name: text("name"), teamId: text("team"), ...(handle === "" ? {} : { handle }) };
    await attempt(async () => {
      await channelApi(desk.api).putAccount({ platform, accountId: text("accountId") }, names);
      form.reset();
      await props.reload();
    });
  };
  return (
    <details class="channel-add">
      <summary>{say().add}</summary>
      <form class="channel-form" autocomplete="off" onSubmit={(event) => void submit(event)}>
        <label for={`${id}-platform`}>{say().platform}</label>
        <select id={`${id}-platform`} class="select" name="platform">
          <For each={Object.entries(PLATFORMS)}>{([platform, name]) => <option value={platform}>{name}</option>}</For>
        </select>
        <label for={`${id}-account`}>{say().accountId}</label>
        <input id={`${id}-account`} class="field" name="accountId" required inputmode="numeric" pattern="\d{1,32}" />
        <label for={`${id}-name`}>{say().accountName}</label>
        <input id={`${id}-name`} class="field" name="name" required maxlength="80" />
        <label for={`${id}-handle`}>{say().handle}</label>
        <input id={`${id}-handle`} class="field" name="handle" maxlength="60" />
        <label for={`${id}-team`}>{say().team}</label>
        <select id={`${id}-team`} class="select" name="team">
          <For each={desk.me.entity.teams}>{(team) => <option value={team.id}>{team.name}</option>}</For>
        </select>
        <button type="submit" class="button primary">
          {say().addAction}
        </button>
      </form>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
    </details>
  );
};
