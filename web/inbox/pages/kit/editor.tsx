import { createEffect, For, untrack } from "solid-js";
import { createStore, reconcile, type SetStoreFunction, unwrap } from "solid-js/store";
import { FACT_KINDS, type Kit, type Language } from "../../data/reply/api.ts";
import { upon } from "../../data/settings.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { Select } from "../../ui/select.tsx";
import { newFact, newTraining, tidy, withPractice } from "./model.ts";
import { kitWords } from "./words.ts";

const LANGUAGES: readonly Language[] = ["fr", "en"];

/** Charter, facts and trainings, changed together. Other words of the charter are accepted anew by everybody. */
export const Editor = (props: { kit: Kit; save: (kit: Kit) => void; cancel: () => void }) => {
  const say = kitWords.words;
  const [kit, setKit] = createStore<Kit>(structuredClone(unwrap(props.kit)));
  createEffect<Kit>(
    (read) => {
      const theirs = structuredClone(unwrap(props.kit));
      untrack(() => setKit(reconcile(upon(structuredClone(unwrap(kit)), read, theirs))));
      return theirs;
    },
    structuredClone(unwrap(props.kit)),
  );
  const charter = (language: Language, text: string) =>
    setKit("charter", { ...(kit.charter ?? { version: 1, fr: "", en: "" }), [language]: text });
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.save(tidy(unwrap(kit)));
      }}
    >
      <div class="desk-columns">
        <For each={LANGUAGES}>
          {(language) => (
            <label>
              <span>{say().charterIn[language]}</span>
              <textarea
                rows="10"
                maxlength="20000"
                lang={language}
                value={kit.charter?.[language] ?? ""}
                onInput={(event) => charter(language, event.currentTarget.value)}
              />
            </label>
          )}
        </For>
      </div>
      <FactFields kit={kit} change={setKit} />
      <TrainingFields kit={kit} change={setKit} />
      <div class="desk-buttons">
        <button type="submit" class="button primary">
          {say().save}
        </button>
        <button type="button" class="button" onClick={() => props.cancel()}>
          {say().cancel}
        </button>
      </div>
    </form>
  );
};

type Fields = { kit: Kit; change: SetStoreFunction<Kit> };

const FactFields = (props: Fields) => {
  const say = kitWords.words;
  return (
    <fieldset class="desk-form">
      <legend>{say().parts.facts}</legend>
      <For each={props.kit.facts}>
        {(fact, at) => (
          <div class="desk-card desk-columns">
            <Id label={say().fact.id} value={fact.id} change={(id) => props.change("facts", at(), "id", id)} />
            <label>
              <span>{say().fact.kind}</span>
              <Select
                options={FACT_KINDS.map((kind) => [kind, say().kinds[kind] ?? kind])}
                value={fact.kind}
                choose={(kind) => props.change("facts", at(), "kind", kind)}
              />
            </label>
            <For each={["label", "value"] as const}>
              {(part) => (
                <For each={LANGUAGES}>
                  {(language) => (
                    <label>
                      <span>{say().inLanguage[language](say().fact[part])}</span>
                      <input
                        required
                        maxlength={part === "label" ? 80 : 300}
                        lang={language}
                        value={fact[part][language]}
                        onInput={(event) => props.change("facts", at(), part, language, event.currentTarget.value)}
                      />
                    </label>
                  )}
                </For>
              )}
            </For>
            <div class="desk-buttons">
              <button
                type="button"
                class="button quiet small"
                onClick={() => props.change("facts", (before) => before.filter((_, index) => index !== at()))}
              >
                {say().remove(fact.label.fr || fact.id)}
              </button>
            </div>
          </div>
        )}
      </For>
      <div class="desk-buttons">
        <button type="button" class="button" onClick={() => props.change("facts", (before) => [...before, newFact()])}>
          {say().add.fact}
        </button>
      </div>
    </fieldset>
  );
};

const TrainingFields = (props: Fields) => {
  const say = kitWords.words;
  return (
    <fieldset class="desk-form">
      <legend>{say().parts.trainings}</legend>
      <For each={props.kit.trainings}>
        {(training, at) => (
          <div class="desk-card desk-columns">
            <Id
              label={say().training.id}
              value={training.id}
              change={(id) => props.change("trainings", at(), "id", id)}
            />
            <For each={LANGUAGES}>
              {(language) => (
                <label>
                  <span>{say().inLanguage[language](say().training.title)}</span>
                  <input
                    required
                    maxlength="120"
                    lang={language}
                    value={training.title[language]}
                    onInput={(event) => props.change("trainings", at(), "title", language, event.currentTarget.value)}
                  />
                </label>
              )}
            </For>
            <NumberField
              label={say().training.days}
              value={training.validDays}
              least={1}
              most={3_650}
              change={(days) => props.change("trainings", at(), "validDays", days)}
            />
            <div class="desk-ticks">
              <label>
                <input
                  type="checkbox"
                  checked={training.byPractice === true}
                  onChange={(event) =>
                    props.change("trainings", (before) => withPractice(before, at(), event.currentTarget.checked))
                  }
                />
                <span>{say().training.byPractice}</span>
              </label>
            </div>
            <div class="desk-buttons">
              <button
                type="button"
                class="button quiet small"
                onClick={() => props.change("trainings", (before) => before.filter((_, index) => index !== at()))}
              >
                {say().remove(training.title.fr || training.id)}
              </button>
            </div>
          </div>
        )}
      </For>
      <div class="desk-buttons">
        <button
          type="button"
          class="button"
          onClick={() => props.change("trainings", (before) => [...before, newTraining()])}
        >
          {say().add.training}
        </button>
      </div>
    </fieldset>
  );
};

const Id = (props: { label: string; value: string; change: (id: string) => void }) => (
  <label>
    <span>{props.label}</span>
    <input
      required
      pattern="[a-z0-9][a-z0-9\-]{0,39}"
      value={props.value}
      onInput={(event) => props.change(event.currentTarget.value)}
    />
  </label>
);
