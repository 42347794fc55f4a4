import { createUniqueId, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { TOPICS } from "../../data/incident/types.ts";
import type { Profile } from "../../data/people/api.ts";
import { words } from "../../language/index.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { Select } from "../../ui/select.tsx";
import { Tick, Ticks } from "../../ui/ticks.tsx";
import { answers, ROLES, ticked } from "./model.ts";
import { peopleWords } from "./words.ts";

type Props = { profile: Profile; isSelf: boolean; change: (part: Partial<Profile>) => void };

/** Name and role, and for who answers: where, how much, in which languages and about what. */
export const Fields = (props: Props) => {
  const say = peopleWords.words;
  const desk = useDesk();
  const id = createUniqueId();
  const languages = () => [...new Set([...desk.me.entity.languages, ...props.profile.languages])];
  const skills = () => [...new Set<string>([...TOPICS, ...(props.profile.skills ?? [])])];
  return (
    <>
      <div class="desk-columns">
        <label>
          <span>{say().name}</span>
          <input
            required
            maxlength="80"
            pattern=".*\S.*"
            value={props.profile.name}
            onInput={(event) => props.change({ name: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>{say().role}</span>
          <Select
            options={ROLES.map((role) => [role, words().role[role]])}
            value={props.profile.role}
            disabled={props.isSelf}
            choose={(role) => props.change({ role })}
          />
        </label>
        <NumberField
          label={say().capacity}
          value={props.profile.capacity}
          least={0}
          most={100}
          describedBy={`${id}-capacity`}
          change={(capacity) => props.change({ capacity })}
        />
      </div>
      <p class="quiet-text">
        {say().roleMeans[props.profile.role]} <Show when={props.isSelf}>{say().ownRole}</Show>
      </p>
      <p class="quiet-text" id={`${id}-capacity`}>
        {say().capacityHint}
      </p>
      <Ticks
        title={say().teams}
        options={desk.me.entity.teams.map((team) => [team.id, team.name])}
        chosen={props.profile.teamIds}
        tick={(team, isOn) => props.change({ teamIds: ticked(props.profile.teamIds, team, isOn) })}
      />
      <Show when={answers(props.profile.role) && props.profile.teamIds.length === 0}>
        <p class="quiet-text">{say().noTeamMeans}</p>
      </Show>
      <Ticks
        title={say().languages}
        options={languages().map((code) => [code, say().languageNames[code] ?? code])}
        chosen={props.profile.languages}
        tick={(code, isOn) => props.change({ languages: ticked(props.profile.languages, code, isOn) })}
      />
      <Ticks
        title={say().skills}
        hint={say().skillsHint}
        options={skills().map((topic) => [topic, (say().topics as Readonly<Record<string, string>>)[topic] ?? topic])}
        chosen={props.profile.skills ?? []}
        tick={(topic, isOn) => props.change({ skills: ticked(props.profile.skills, topic, isOn) })}
      />
      <Tick
        name={say().probation}
        hint={say().probationHint}
        isOn={props.profile.probation === true}
        disabled={props.isSelf}
        choose={(probation) => props.change({ probation })}
      />
      <Tick
        name={say().approver}
        hint={say().approverHint}
        isOn={props.profile.approver === true}
        disabled={props.isSelf}
        choose={(approver) => props.change({ approver })}
      />
    </>
  );
};
