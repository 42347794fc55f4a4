import { createEffect, Show } from "solid-js";
import type { Bank, Team } from "../../data/bank/api.ts";
import { Rows } from "../../ui/rows.tsx";
import { Select } from "../../ui/select.tsx";
import { named } from "./model.ts";
import { hoursWords } from "./words.ts";

type Props = {
  teams: Team[];
  /** Those that conversations and people may name. */
  kept: readonly string[];
  accounts: Bank["accounts"];
  change: (teams: Team[]) => void;
};

/** Who conversations go to. A team with people or open conversations cannot go: the API says so. */
export const Teams = (props: Props) => {
  const say = hoursWords.words;
  const isFirst = (at: number) => props.teams.findIndex(({ id }) => id === props.teams[at]?.id) === at;
  const put = (at: number, team: Team) => props.change(props.teams.map((each, other) => (other === at ? team : each)));
  const remove = (at: number) => {
    const gone = props.teams[at]?.id;
    const left = props.teams.filter((_, other) => other !== at);
    props.change(
      left.map(({ overflowTeamId, ...team }) => (overflowTeamId === gone ? team : withHelp(team, overflowTeamId))),
    );
  };
  return (
    <>
      <h2>{say().teams}</h2>
      <p class="quiet-text">{say().teamsLead}</p>
      <Rows
        items={props.teams}
        addLabel={say().addTeam}
        add={() => props.change([...props.teams, { id: "", name: "" }])}
        remove={remove}
      >
        {(team, at, removeIt) => (
          <TeamFields
            team={team()}
            others={named(props.teams.filter((_, other) => other !== at))}
            isKnown={props.kept.includes(team().id) && isFirst(at)}
            isTaken={team().id !== "" && !isFirst(at)}
            accounts={props.accounts.filter(({ teamId }) => teamId === team().id).length}
            put={(changed) => put(at, changed)}
            remove={removeIt}
          />
        )}
      </Rows>
    </>
  );
};

const withHelp = (team: Omit<Team, "overflowTeamId">, help: string | undefined): Team =>
  help === undefined || help === "" ? team : { ...team, overflowTeamId: help };

type FieldsProps = {
  team: Team;
  others: Team[];
  /** Conversations and people name it: its short name stays. */
  isKnown: boolean;
  isTaken: boolean;
  /** How many of the bank's accounts it answers for. */
  accounts: number;
  put: (team: Team) => void;
  remove: () => void;
};

const TeamFields = (props: FieldsProps) => {
  const say = hoursWords.words;
  const bare = () => {
    const { overflowTeamId: _, ...team } = props.team;
    return team;
  };
  return (
    <fieldset class="desk-card desk-columns">
      <legend class="sr-only">{props.team.name || say().unnamed}</legend>
      <label>
        <span>{say().teamName}</span>
        <input
          required
          maxlength="80"
          pattern=".*\S.*"
          value={props.team.name}
          onChange={(event) => props.put({ ...props.team, name: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{say().teamId}</span>
        <input
          required
          maxlength="40"
          pattern="[a-z0-9][a-z0-9\-]*"
          title={say().teamIdHint}
          autocapitalize="none"
          readonly={props.isKnown}
          ref={(element) => createEffect(() => element.setCustomValidity(props.isTaken ? say().teamTaken : ""))}
          aria-invalid={props.isTaken}
          value={props.team.id}
          onChange={(event) => props.put({ ...props.team, id: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{say().overflow}</span>
        <Select
          options={[["", say().noOverflow], ...props.others.map(({ id, name }) => [id, name] as const)]}
          value={props.team.overflowTeamId ?? ""}
          choose={(help) => props.put(withHelp(bare(), help))}
        />
      </label>
      <Show when={props.accounts === 0} fallback={<p class="quiet-text">{say().hasAccounts(props.accounts)}</p>}>
        <div class="desk-buttons">
          <button type="button" class="button quiet small" onClick={() => props.remove()}>
            {say().removeTeam(props.team.name || say().unnamed)}
          </button>
        </div>
      </Show>
    </fieldset>
  );
};
