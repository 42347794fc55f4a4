import type { Place } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { linesOf } from "../../ui/lines.ts";
import { Select } from "../../ui/select.tsx";
import { directoryWords } from "./words.ts";

const KINDS = ["branch", "expert"] as const;

type Fields = { place: Place; change: (part: Partial<Place>) => void; remove: () => void };

/** A branch or an expert, and who answers for it. */
export const PlaceFields = (props: Fields) => {
  const say = directoryWords.words;
  return (
    <fieldset class="desk-card desk-columns">
      <legend class="sr-only">{props.place.name || say().unnamed}</legend>
      <label>
        <span>{say().name}</span>
        <input
          required
          maxlength="80"
          value={props.place.name}
          onChange={(event) => props.change({ name: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{say().id}</span>
        <input
          required
          maxlength="40"
          pattern="[a-z0-9][a-z0-9\-]*"
          title={say().idHint}
          autocapitalize="none"
          value={props.place.id}
          onChange={(event) => props.change({ id: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{say().kind}</span>
        <Select
          options={KINDS.map((kind) => [kind, say().kinds[kind]])}
          value={props.place.kind}
          choose={(kind) => props.change({ kind })}
        />
      </label>
      <TeamField teamId={props.place.teamId} choose={(teamId) => props.change({ teamId })} />
      <label>
        <span>{say().alsoCalled}</span>
        <textarea
          rows="2"
          value={props.place.alsoCalled.join("\n")}
          onChange={(event) => props.change({ alsoCalled: linesOf(event.currentTarget.value) })}
        />
      </label>
      <div class="desk-buttons">
        <button type="button" class="button quiet small" onClick={() => props.remove()}>
          {say().remove(props.place.name || say().unnamed)}
        </button>
      </div>
    </fieldset>
  );
};

export const TeamField = (props: { teamId: string; choose: (teamId: string) => void }) => {
  const desk = useDesk();
  return (
    <label>
      <span>{directoryWords.words().team}</span>
      <Select
        options={desk.me.entity.teams.map(({ id, name }) => [id, name])}
        value={props.teamId}
        choose={props.choose}
      />
    </label>
  );
};
