import { createEffect, createSignal, createUniqueId, For, on, Show } from "solid-js";
import type { Channel } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { type Alert, TOPICS, type Topic } from "../../data/incident/types.ts";
import { words } from "../../language/index.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { topicName, WINDOWS, windowOf } from "./model.ts";
import { incidentWords } from "./words.ts";

/** Opens an incident by hand, or from what was noticed. */
export const NewIncidentForm = (props: { suggestion: Alert | undefined; opened: () => void }) => {
  const desk = useDesk();
  const id = createUniqueId();
  const [title, setTitle] = createSignal("");
  const [topic, setTopic] = createSignal("");
  const [channel, setChannel] = createSignal("");
  const [minutes, setMinutes] = createSignal<number>(60);
  const [fault, setFault] = createSignal<unknown>();
  let key = crypto.randomUUID();
  let name: HTMLInputElement | undefined;
  createEffect(
    on(
      () => props.suggestion,
      (suggestion) => {
        if (!suggestion) return;
        setTopic(suggestion.topic ?? "");
        setTitle(topicName(suggestion.topic));
        setMinutes(windowOf(suggestion.raisedAt, Date.now()));
        name?.focus();
      },
    ),
  );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setFault(undefined);
    try {
      await desk.api.openIncident(key, {
        title: title(),
        sinceMinutes: minutes(),
        ...(topic() === "" ? {} : { topic: topic() as Topic }),
        ...(channel() === "" ? {} : { channel: channel() as Channel }),
      });
      key = crypto.randomUUID();
      setTitle("");
      props.opened();
    } catch (error) {
      desk.report(error);
      setFault(() => error);
    }
  };
  return (
    <form class="panel incident-form" aria-labelledby={`${id}-title`} onSubmit={(event) => void submit(event)}>
      <h2 id={`${id}-title`}>{incidentWords.words().form.title}</h2>
      <label for={`${id}-name`}>{incidentWords.words().form.name}</label>
      <input
        id={`${id}-name`}
        class="composer-field"
        ref={(element) => (name = element)}
        value={title()}
        maxlength="120"
        autocomplete="off"
        required
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <label for={`${id}-topic`}>{incidentWords.words().form.topic}</label>
      <select
        id={`${id}-topic`}
        class="select"
        value={topic()}
        onChange={(event) => setTopic(event.currentTarget.value)}
      >
        <option value="">{incidentWords.words().everything}</option>
        <For each={TOPICS}>{(each) => <option value={each}>{topicName(each)}</option>}</For>
      </select>
      <label for={`${id}-channel`}>{incidentWords.words().form.channel}</label>
      <select
        id={`${id}-channel`}
        class="select"
        value={channel()}
        onChange={(event) => setChannel(event.currentTarget.value)}
      >
        <option value="">{incidentWords.words().every}</option>
        <For each={Object.entries(words().channel)}>{([each, said]) => <option value={each}>{said}</option>}</For>
      </select>
      <label for={`${id}-since`}>{incidentWords.words().form.since}</label>
      <select
        id={`${id}-since`}
        class="select"
        value={minutes()}
        onChange={(event) => setMinutes(Number(event.currentTarget.value))}
      >
        <For each={WINDOWS}>
          {(window) => <option value={window}>{incidentWords.words().form.minutes(window)}</option>}
        </For>
      </select>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={() => setFault(undefined)} />}</Show>
      <button type="submit" class="button primary" disabled={title().trim() === ""}>
        {incidentWords.words().form.submit}
      </button>
    </form>
  );
};
