import { createEffect, createSignal, For, Show } from "solid-js";
import { AUDIENCES, type Directory } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { upon } from "../../data/settings.ts";
import { linesOf, listOf, newPlace, tidy, withList } from "./model.ts";
import { PlaceFields, TeamField } from "./place-fields.tsx";
import { directoryWords } from "./words.ts";

/** All of the directory, changed together and kept in one press. */
export const Editor = (props: { directory: Directory; save: (directory: Directory) => void }) => {
  const say = directoryWords.words;
  const desk = useDesk();
  const [directory, setDirectory] = createSignal(props.directory);
  // What was kept is what is changed next; what is being changed stays.
  createEffect<Directory>((read) => {
    const theirs = props.directory;
    setDirectory((mine) => upon(mine, read, theirs));
    return theirs;
  }, props.directory);
  const firstTeam = () => desk.me.entity.teams[0]?.id ?? "";
  const change = (part: Partial<Directory>) => setDirectory((known) => ({ ...known, ...part }));
  const places = () => directory().places;
  let list: HTMLDivElement | undefined;
  let adding: HTMLButtonElement | undefined;
  const add = () => {
    change({ places: [...places(), newPlace(firstTeam())] });
    list?.lastElementChild?.querySelector("input")?.focus();
  };
  const remove = (at: number) => {
    change({ places: places().filter((_, other) => other !== at) });
    adding?.focus();
  };
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.save(setDirectory(tidy(directory())));
      }}
    >
      <h2>{say().people}</h2>
      <p class="quiet-text">{say().peopleLead}</p>
      <For each={AUDIENCES}>
        {(audience) => {
          const list = () => listOf(directory(), audience, firstTeam());
          return (
            <fieldset class="desk-card desk-columns">
              <legend>{say().audience[audience]}</legend>
              <label>
                <span>{say().handles}</span>
                <textarea
                  rows="4"
                  spellcheck={false}
                  value={list().handles.join("\n")}
                  onChange={(event) =>
                    setDirectory(withList(directory(), { ...list(), handles: linesOf(event.currentTarget.value) }))
                  }
                />
              </label>
              <TeamField
                teamId={list().teamId}
                choose={(teamId) => setDirectory(withList(directory(), { ...list(), teamId }))}
              />
            </fieldset>
          );
        }}
      </For>
      <h2>{say().places}</h2>
      <p class="quiet-text">{say().placesLead}</p>
      <Show when={places().length === 0}>
        <p>{say().noPlaces}</p>
      </Show>
      <div class="desk-list" ref={(element) => (list = element)}>
        {/* By position: what is being typed does not move. */}
        <For each={places().map((_, at) => at)}>
          {(at) => (
            <Show when={places()[at]}>
              {(place) => (
                <PlaceFields
                  place={place()}
                  change={(part) =>
                    change({ places: places().map((each, other) => (other === at ? { ...each, ...part } : each)) })
                  }
                  remove={() => remove(at)}
                />
              )}
            </Show>
          )}
        </For>
      </div>
      <div class="desk-buttons">
        <button type="button" class="button" ref={(element) => (adding = element)} onClick={add}>
          {say().add}
        </button>
      </div>
      <h2 id="directory-names">{say().names}</h2>
      <p class="quiet-text">{say().namesLead}</p>
      <textarea
        rows="4"
        aria-labelledby="directory-names"
        value={directory().names.join("\n")}
        onChange={(event) => change({ names: linesOf(event.currentTarget.value) })}
      />
      <div class="desk-buttons">
        <button type="submit" class="button primary">
          {say().save}
        </button>
      </div>
    </form>
  );
};
