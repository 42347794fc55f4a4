import { createResource, For, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import type { Kit, Person, ReplyApi } from "../../data/reply/api.ts";
import { language, words } from "../../language/index.ts";
import { dateText } from "../../ui/time-model.ts";
import { spokenOf, toneOf } from "./model.ts";
import { kitWords } from "./words.ts";

/** Who has accepted and learned what, who is new, who may approve. */
export const People = (props: { kit: Kit; api: ReplyApi }) => {
  const desk = useDesk();
  const say = kitWords.words;
  const [people, { refetch }] = createResource(
    () => props.kit.version,
    async () => (await props.api.people()).items,
  );
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (fault) {
      desk.report(fault);
    }
    await refetch();
  };
  return (
    <div>
      <h2 id="kit-people">{say().parts.people}</h2>
      <section class="desk-table" aria-labelledby="kit-people" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">{say().person}</th>
              <th scope="col">{say().charter}</th>
              <For each={props.kit.trainings}>{({ title }) => <th scope="col">{title[spokenOf(language())]}</th>}</For>
              <th scope="col">{say().probation}</th>
              <th scope="col">{say().approver}</th>
            </tr>
          </thead>
          <tbody>
            <For each={people.state === "errored" ? [] : people.latest}>
              {(person) => <Row person={person} kit={props.kit} api={props.api} attempt={attempt} />}
            </For>
          </tbody>
        </table>
      </section>
    </div>
  );
};

type RowProps = { person: Person; kit: Kit; api: ReplyApi; attempt: (work: () => Promise<unknown>) => Promise<void> };

const Row = (props: RowProps) => {
  const desk = useDesk();
  const say = kitWords.words;
  const isSelf = () => props.person.id === desk.me.agent.id;
  const change = (changes: Partial<Pick<Person, "probation" | "approver">>) => {
    void props.attempt(() => props.api.changePerson(props.person.id, changes));
  };
  return (
    <tr>
      <th scope="row">
        {props.person.name} <span class="quiet-text">{words().role[props.person.role]}</span>
      </th>
      <td>
        <span class="desk-badge" data-tone={props.person.accepted ? "good" : "risk"}>
          {props.person.accepted ? say().current : say().older}
        </span>
      </td>
      <For each={props.person.trainings}>{(learned) => <Learned {...props} learned={learned} />}</For>
      <td>
        <input
          type="checkbox"
          aria-label={say().probationOf(props.person.name)}
          checked={props.person.probation}
          disabled={isSelf()}
          onChange={(event) => change({ probation: event.currentTarget.checked })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={say().approverOf(props.person.name)}
          checked={props.person.approver || props.person.role === "supervisor" || props.person.role === "compliance"}
          disabled={isSelf() || !desk.can("manage-kit") || ["supervisor", "compliance"].includes(props.person.role)}
          onChange={(event) => change({ approver: event.currentTarget.checked })}
        />
      </td>
    </tr>
  );
};

const Learned = (props: RowProps & { learned: Person["trainings"][number] }) => {
  const say = kitWords.words;
  const title = () =>
    props.kit.trainings.find(({ id }) => id === props.learned.trainingId)?.title[spokenOf(language())] ?? "";
  return (
    <td>
      <span class="desk-badge" data-tone={toneOf(props.learned.state)}>
        <span class={props.learned.state === "valid" ? "sr-only" : undefined}>
          {say().standing[props.learned.state]}{" "}
        </span>
        <Show when={props.learned.until}>{(until) => say().until(dateText(until(), language()))}</Show>
      </span>
      <Show when={props.learned.state !== "valid"}>
        <button
          type="button"
          class="button small"
          onClick={() => void props.attempt(() => props.api.record(props.person.id, props.learned.trainingId))}
        >
          {say().record(title())}
        </button>
      </Show>
    </td>
  );
};
