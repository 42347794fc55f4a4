import { createUniqueId, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { retentionApi, type Term } from "../../data/retention/api.ts";
import { createEdited, createSettings } from "../../data/settings-page.ts";
import { language } from "../../language/index.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { momentText } from "../../ui/time-model.ts";
import { Settings } from "../frame/settings.tsx";
import { retentionWords } from "./words.ts";

const SHORTEST_DAYS = 30;
const LONGEST_DAYS = 3653;

/** An administrator sets it, others read it. */
export const TermSetting = () => {
  const desk = useDesk();
  const say = () => retentionWords.words().term;
  const api = retentionApi(desk.api);
  const save = async (term: Term): Promise<void> => {
    await api.saveTerm(term);
    desk.noteTerm();
  };
  const settings = createSettings({ read: api.term, save });
  return (
    <section aria-labelledby="term-title">
      <h2 id="term-title">{say().title}</h2>
      <Settings settings={settings} failed={say().failed} saved={say().saved}>
        {(known) => (
          <Editor term={known()} save={(term) => void settings.save(term)} mayChange={desk.can("manage-retention")} />
        )}
      </Settings>
    </section>
  );
};

const Editor = (props: { term: Term; save: (term: Term) => void; mayChange: boolean }) => {
  const id = createUniqueId();
  const say = () => retentionWords.words().term;
  const [term, setTerm] = createEdited(() => props.term);
  const isShorter = () => props.term.isSet && term().wordsDays < props.term.wordsDays;
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.save(term());
      }}
    >
      <p class="quiet-text">{say().lead}</p>
      <Show when={!props.term.isSet}>
        <p>{say().unset}</p>
      </Show>
      <Show when={props.term.beginsAt}>{(at) => <p>{say().begins(momentText(at(), language()))}</p>}</Show>
      <NumberField
        label={say().days}
        value={term().wordsDays}
        least={SHORTEST_DAYS}
        most={LONGEST_DAYS}
        isLive
        describedBy={`${id}-hint ${id}-shorter`}
        disabled={!props.mayChange}
        change={(wordsDays) => setTerm((mine) => ({ ...mine, wordsDays }))}
      />
      <p class="quiet-text" id={`${id}-hint`}>
        {say().hint}
      </p>
      <p id={`${id}-shorter`} aria-live="polite">
        <Show when={isShorter()}>{say().shorter(props.term.wordsDays, term().wordsDays)}</Show>
      </p>
      <Show when={props.mayChange}>
        <div class="desk-buttons">
          <button type="submit" class="button primary">
            {say().save}
          </button>
        </div>
      </Show>
    </form>
  );
};
