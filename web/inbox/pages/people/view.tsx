import { createSignal, For, Show } from "solid-js";
import type { Agent } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { peopleApi } from "../../data/people/api.ts";
import { createRead } from "../../data/read.ts";
import { language, words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { State } from "../../ui/state.tsx";
import { Editor } from "./editor.tsx";
import { answers, found, newProfile } from "./model.ts";
import { peopleWords } from "./words.ts";
import "../../style/desk-page.css";

/** For administrators: who works here, as what, in which teams, and how much each is given. */
const PeoplePage = () => {
  const desk = useDesk();
  const say = peopleWords.words;
  const read = createRead(peopleApi(desk.api).list);
  const [open, setOpen] = createSignal<Agent | "new">();
  const [news, setNews] = createSignal("");
  let heading: HTMLHeadingElement | undefined;
  const begin = (person: Agent | "new") => {
    setNews("");
    setOpen(person);
  };
  const close = (done?: string) => {
    setOpen(undefined);
    setNews(done ?? "");
    // Names and rooms of everybody, as the rest of the page tells them.
    if (done !== undefined) void desk.loadAgents();
    void read.again();
    queueMicrotask(() => heading?.focus());
  };
  return (
    <Page
      class="narrow"
      title={words().section.people}
      lead={say().lead}
      isBusy={read.isBusy()}
      heading={(element) => (heading = element)}
    >
      <Show when={desk.can("manage-agents")} fallback={<State text={words().problem.forbidden} problem />}>
        <p role="status">{news()}</p>
        <Loaded read={read} failed={say().failed}>
          {(people) => (
            <Show when={open()} keyed fallback={<List people={people()} open={begin} />}>
              {(person) => <Opened person={person} taken={people().map(({ id }) => id)} close={close} />}
            </Show>
          )}
        </Loaded>
      </Show>
    </Page>
  );
};

const List = (props: { people: readonly Agent[]; open: (person: Agent | "new") => void }) => {
  const say = peopleWords.words;
  const [query, setQuery] = createSignal("");
  const shown = () => found(props.people, query(), language());
  return (
    <>
      <div class="desk-buttons">
        <input
          class="input"
          type="search"
          aria-label={say().search}
          placeholder={say().search}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <button type="button" class="button primary" onClick={() => props.open("new")}>
          {say().add}
        </button>
      </div>
      <Show when={shown().length > 0} fallback={<p class="quiet-text">{say().nobody}</p>}>
        <ul class="desk-list">
          <For each={shown()}>
            {(person) => (
              <li>
                <button type="button" class="template-row" onClick={() => props.open(person)}>
                  <span>
                    <strong>{person.name}</strong> · {words().role[person.role]}
                  </span>
                  <span class="quiet-text">
                    <PlaceOf person={person} />
                  </span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
};

/** The teams, and how much of what fits is in hand. */
const PlaceOf = (props: { person: Agent }) => {
  const desk = useDesk();
  const say = peopleWords.words;
  const teams = () =>
    desk.me.entity.teams.filter(({ id }) => props.person.teamIds.includes(id)).map(({ name }) => name);
  return (
    <>
      {teams().length === 0 ? say().noTeam : new Intl.ListFormat(language(), { type: "unit" }).format(teams())}
      <Show when={answers(props.person.role)}> · {say().load(props.person.load, props.person.capacity)}</Show>
    </>
  );
};

type OpenedProps = { person: Agent | "new"; taken: readonly string[]; close: (done?: string) => void };

const Opened = (props: OpenedProps) => {
  const desk = useDesk();
  const { person } = props;
  if (person === "new") {
    return (
      <Editor id={undefined} profile={newProfile(desk.me.entity.languages)} taken={props.taken} close={props.close} />
    );
  }
  const read = createRead(() => peopleApi(desk.api).read(person.id));
  return (
    <Loaded read={read} failed={peopleWords.words().failed}>
      {(profile) => (
        <Editor id={person.id} profile={profile()} taken={props.taken} close={props.close} readAgain={read.again} />
      )}
    </Loaded>
  );
};

export default PeoplePage;
