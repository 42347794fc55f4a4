import { createSignal, For, onMount, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { cleared, type Filter, NARROWINGS, narrowingsOf } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { Select } from "../../ui/select.tsx";
import { wordsOf } from "../frame/model.ts";
import { HappenedFields } from "./happened.tsx";
import { optionsOf } from "./narrowing-model.ts";
import { narrowWords } from "./words.ts";

type Props = { filter: Filter; go: (filter: Filter) => void; close: () => void };

/** Narrows the list, and keeps what is narrowed as a view of one's own. */
const Narrowing = (props: Props) => {
  const desk = useDesk();
  let fields: HTMLFieldSetElement | undefined;
  const begin = () => fields?.querySelector("select")?.focus();
  onMount(() => {
    void desk.loadTags();
    begin();
  });
  const say = () => narrowWords.words();
  const narrowings = () => NARROWINGS.filter((name) => name !== "team" || desk.me.entity.teams.length > 1);
  return (
    <fieldset
      class="narrowing"
      id="narrowing"
      aria-label={words().filter.open}
      ref={(element) => (fields = element)}
      onKeyDown={(event) => event.key === "Escape" && props.close()}
    >
      <For each={narrowings()}>
        {(name) => (
          <label class="field">
            <span>{say().name[name]}</span>
            <Select
              options={[["", say().every], ...optionsOf(desk, name)]}
              value={props.filter[name] ?? ""}
              choose={(value) => props.go({ ...props.filter, [name]: value || undefined })}
            />
          </label>
        )}
      </For>
      <Show when={props.filter.view !== "mentions"}>
        <HappenedFields filter={props.filter} go={props.go} />
      </Show>
      <Keep
        filter={props.filter}
        clear={() => {
          props.go(cleared(props.filter));
          begin();
        }}
      />
    </fieldset>
  );
};

const Keep = (props: { filter: Filter; clear: () => void }) => {
  const desk = useDesk();
  const say = () => narrowWords.words();
  const [name, setName] = createSignal("");
  const [failed, setFailed] = createSignal(false);
  onMount(() => void desk.loadSavedViews());
  const same = () => desk.savedViews().find(({ filter }) => JSON.stringify(filter) === JSON.stringify(plain(props)));
  let foot: HTMLElement | undefined;
  /** Where what was pressed has gone, what took its place has the focus. */
  const goOn = () => foot?.querySelector<HTMLElement>("[data-goes-on]")?.focus();
  const save = async (event: Event) => {
    event.preventDefault();
    const view = { id: `v_${crypto.randomUUID()}`, name: name().trim(), filter: plain(props) };
    try {
      await desk.saveViews([...desk.savedViews(), view]);
      setName("");
      setFailed(false);
      goOn();
    } catch (fault) {
      desk.report(fault);
      setFailed(true);
    }
  };
  const forget = async (id: string) => {
    try {
      await desk.saveViews(desk.savedViews().filter((view) => view.id !== id));
      goOn();
    } catch (fault) {
      desk.report(fault);
      setFailed(true);
    }
  };
  return (
    <div class="narrowing-foot" ref={(element) => (foot = element)}>
      <Show when={narrowingsOf(props.filter) > (props.filter.view === "dated" ? 1 : 0)}>
        <button type="button" class="button quiet small" onClick={props.clear}>
          {words().filter.clear}
        </button>
      </Show>
      <Show
        when={same()}
        fallback={
          <form class="keep-view" onSubmit={(event) => void save(event)}>
            <input
              class="input"
              data-goes-on=""
              required
              maxlength="40"
              placeholder={say().viewName}
              aria-label={say().viewName}
              value={name()}
              onInput={(event) => setName(event.currentTarget.value)}
            />
            <button type="submit" class="button small">
              {say().keep}
            </button>
          </form>
        }
      >
        {(view) => (
          <button type="button" class="button quiet small" data-goes-on="" onClick={() => void forget(view().id)}>
            {say().forget(view().name)}
          </button>
        )}
      </Show>
      <Show when={failed()}>
        <p role="alert" class="problem">
          {say().notKept}
        </p>
      </Show>
    </div>
  );
};

/** As the server keeps it: the view always, the rest where it says something. */
const plain = ({ filter }: { filter: Filter }): Record<string, string> => ({ view: filter.view, ...wordsOf(filter) });

export default Narrowing;
