import { For, Show } from "solid-js";
import { AUDIENCES, type Directory } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { createEdited } from "../../data/settings-page.ts";
import { linesOf } from "../../ui/lines.ts";
import { Rows } from "../../ui/rows.tsx";
import { listOf, newPlace, tidy, withList } from "./model.ts";
import { PlaceFields, TeamField } from "./place-fields.tsx";
import { directoryWords } from "./words.ts";

/** All of the directory, changed together and kept in one press. */
export const Editor = (props: { directory: Directory; save: (directory: Directory) => void }) => {
  const say = directoryWords.words;
  const desk = useDesk();
  const [directory, setDirectory] = createEdited(() => props.directory);
  const firstTeam = () => desk.me.entity.teams[0]?.id ?? "";
  const change = (part: Partial<Directory>) => setDirectory((known) => ({ ...known, ...part }));
  const places = () => directory().places;
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
      <Rows
        items={places()}
        addLabel={say().add}
        add={() => change({ places: [...places(), newPlace(firstTeam())] })}
        remove={(at) => change({ places: places().filter((_, other) => other !== at) })}
      >
        {(place, at, remove) => (
          <PlaceFields
            place={place()}
            change={(part) =>
              change({ places: places().map((each, other) => (other === at ? { ...each, ...part } : each)) })
            }
            remove={remove}
          />
        )}
      </Rows>
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
