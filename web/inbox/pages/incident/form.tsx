import { createEffect, createSignal, createUniqueId, on, Show } from "solid-js";
import type { Channel } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { type Alert, TOPICS, type Topic } from "../../data/incident/types.ts";
import { words } from "../../language/index.ts";
import { Select } from "../../ui/select.tsx";
import { Trouble } from "../conversation/trouble.tsx";
import { topicName, WINDOWS, windowOf } from "./model.ts";
import { incidentWords } from "./words.ts";

/** Opens an incident by hand, or from what was noticed. */
export const NewIncidentForm = (props: { suggestion: Alert | undefined; opened: () => void }) => {
  const desk = useDesk();
  const id = createUniqueId();
  const [title, setTitle] = createSignal("");
  const [topic, setTopic] = createSignal<Topic | "">("");
  const [channel, setChannel] = createSignal<Channel | "">("");
  const [minutes, setMinutes] = createSignal<number>(60);
  const { attempt, dismiss, fault } = createAttempt();
  let key = crypto.randomUUID();
  let name: HTMLInputElement | undefined;
  createEffect(
    on(
      () => props.suggestion,
      (suggestion) => {
        if (!suggestion) return;
        setTopic(suggestion.topic ?? "");
        setTitle(suggestion.topic ? topicName(suggestion.topic) : "");
        setMinutes(windowOf(suggestion.raisedAt, Date.now()));
        // A first word, that another takes the place of.
        queueMicrotask(() => name?.select());
      },
    ),
  );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const about = topic();
    const through = channel();
    const isDone = await attempt(() =>
      desk.api.openIncident(key, {
        title: title(),
        sinceMinutes: minutes(),
        ...(about === "" ? {} : { topic: about }),
        ...(through === "" ? {} : { channel: through }),
      }),
    );
    if (!isDone) return;
    key = crypto.randomUUID();
    setTitle("");
    props.opened();
    name?.focus();
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
      <Select
        id={`${id}-topic`}
        options={[["", incidentWords.words().everything], ...TOPICS.map((each) => [each, topicName(each)] as const)]}
        value={topic()}
        choose={setTopic}
      />
      <label for={`${id}-channel`}>{incidentWords.words().form.channel}</label>
      <Select
        id={`${id}-channel`}
        options={[["", incidentWords.words().every], ...(Object.entries(words().channel) as [Channel, string][])]}
        value={channel()}
        choose={setChannel}
      />
      <label for={`${id}-since`}>{incidentWords.words().form.since}</label>
      <Select
        id={`${id}-since`}
        options={WINDOWS.map((window) => [window, incidentWords.words().form.minutes(window)])}
        value={minutes()}
        choose={setMinutes}
      />
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      <button type="submit" class="button primary" disabled={title().trim() === ""}>
        {incidentWords.words().form.submit}
      </button>
    </form>
  );
};
