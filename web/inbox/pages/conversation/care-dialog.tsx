import { createSignal, createUniqueId, For, onMount, Show } from "solid-js";
import { type Card, PRIORITIES } from "../../data/api-types.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { language, words } from "../../language/index.ts";
import { Modal } from "../../ui/dialog/view.tsx";
import { Select } from "../../ui/select.tsx";
import { momentText } from "../../ui/time-model.ts";
import { WhenSaid } from "../../ui/when-said.tsx";
import { mayCareFor } from "./action-model.ts";
import { careWords } from "./care-words.ts";
import { TagChoice } from "./tag-choice.tsx";
import { Trouble } from "./trouble.tsx";

type Props = { card: Card; conversation: OpenConversation; onClose: () => void };

/** What a conversation is sorted by, whose it is and when somebody comes back to it. */
const CareDialog = (props: Props) => {
  const desk = useDesk();
  const say = () => careWords.words();
  onMount(() => void desk.loadTags());
  const isOpen = () => props.card.status === "open";
  return (
    <Modal title={say().title} onClose={props.onClose}>
      <div class="care">
        <Show when={props.conversation.trouble()}>
          {(fault) => <Trouble fault={fault()} dismiss={props.conversation.dismissTrouble} />}
        </Show>
        <TagChoice card={props.card} conversation={props.conversation} />
        <Show when={isOpen()}>
          <PriorityChoice {...props} />
        </Show>
        <Show when={mayCareFor(props.card, desk)}>
          <Show when={isOpen() && desk.me.entity.teams.length > 1}>
            <TeamChoice {...props} />
          </Show>
          <Show when={isOpen()}>
            <PlaceChoice {...props} />
          </Show>
          <FollowUp {...props} />
          <Show when={isOpen()}>
            <Until label={say().snoozeUntil} set={(at) => void props.conversation.snooze(at)} />
            <ComplaintMark {...props} />
          </Show>
        </Show>
      </div>
    </Modal>
  );
};

const PriorityChoice = (props: Props) => (
  <label class="care-field">
    <span>{careWords.words().priority}</span>
    <Select
      options={[
        ["", careWords.words().byRules],
        ...PRIORITIES.map((priority) => [priority, words().priority[priority]] as const),
      ]}
      value={props.card.priorityByHand ? props.card.priority : ""}
      choose={(priority) => void props.conversation.prioritise(priority || null)}
    />
  </label>
);

const TeamChoice = (props: Props) => {
  const desk = useDesk();
  return (
    <label class="care-field">
      <span>{careWords.words().team}</span>
      <Select
        options={desk.me.entity.teams.map(({ id, name }) => [id, name])}
        value={props.card.teamId}
        choose={(teamId) => void props.conversation.move(teamId)}
      />
    </label>
  );
};

/** Where the bank has nobody in its directory there is nothing to choose. */
const PlaceChoice = (props: Props) => {
  const desk = useDesk();
  const read = createRead(() => desk.api.directory());
  const places = () => read.known()?.places ?? [];
  const choose = (id: string) => {
    const place = places().find((each) => each.id === id);
    if (place !== undefined) void props.conversation.direct(place);
  };
  return (
    <Show when={places().length > 0}>
      <label class="care-field">
        <span>{careWords.words().place}</span>
        <select class="select" onChange={(event) => choose(event.currentTarget.value)}>
          <option value="" disabled selected={props.card.placeId === null}>
            {careWords.words().noPlace}
          </option>
          <For each={places()}>
            {({ id, name }) => (
              <option value={id} selected={props.card.placeId === id}>
                {name}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  );
};

const FollowUp = (props: Props) => (
  <div class="care-group">
    <Until label={careWords.words().followUp} set={(at) => void props.conversation.followUp(at)} />
    <Show when={props.card.followUpAt} fallback={<p class="quiet-text">{careWords.words().followUpLead}</p>}>
      {(at) => (
        <p class="care-line">
          <span>{momentText(at(), language())}</span>
          <button type="button" class="button quiet small" onClick={() => void props.conversation.followUp(null)}>
            {careWords.words().noFollowUp}
          </button>
        </p>
      )}
    </Show>
  </div>
);

/** A day and an hour to come, in the agent's own time. */
const Until = (props: { label: string; set: (at: string) => void }) => {
  const id = createUniqueId();
  const [at, setAt] = createSignal("");
  const submit = (event: Event) => {
    event.preventDefault();
    if (at() !== "") props.set(new Date(at()).toISOString());
  };
  return (
    <form class="care-field" onSubmit={submit}>
      <label for={id}>{props.label}</label>
      <span class="care-line">
        <input
          id={id}
          class="input"
          type="datetime-local"
          required
          aria-describedby={`${id}-said`}
          value={at()}
          onInput={(event) => setAt(event.currentTarget.value)}
        />
        <button type="submit" class="button small">
          {careWords.words().set}
        </button>
      </span>
      <WhenSaid id={`${id}-said`} value={at()} />
    </form>
  );
};

const ComplaintMark = (props: Props) => {
  const isConfirmed = () => props.card.complaint?.status === "confirmed";
  return (
    <div class="care-group">
      <span>{careWords.words().complaint}</span>
      <Show
        when={isConfirmed()}
        fallback={
          <>
            <p class="quiet-text">{careWords.words().complaintLead}</p>
            <button
              type="button"
              class="button small"
              onClick={() => void props.conversation.judgeComplaint("confirm")}
            >
              {careWords.words().markComplaint}
            </button>
          </>
        }
      >
        <button type="button" class="button small" onClick={() => void props.conversation.judgeComplaint("refuse")}>
          {careWords.words().notComplaint}
        </button>
      </Show>
    </div>
  );
};

export default CareDialog;
