import { Show } from "solid-js";
import { ACTIONS, type Escalation, type EscalationAction, type Team } from "../../data/bank/api.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { Rows } from "../../ui/rows.tsx";
import { Select } from "../../ui/select.tsx";
import { Ticks } from "../../ui/ticks.tsx";
import { named } from "./model.ts";
import { isStep, MOST_STEPS } from "./rules-model.ts";
import { hoursWords } from "./words.ts";

const MINUTE = 60;

type Props = { steps: readonly Escalation[]; teams: readonly Team[]; change: (steps: readonly Escalation[]) => void };

/** What is done once an answer is late, step by step. */
export const Steps = (props: Props) => {
  const say = hoursWords.words;
  const put = (at: number, step: Escalation) =>
    props.change(props.steps.map((each, other) => (other === at ? step : each)));
  const next = (): Escalation => {
    const last = props.steps.at(-1);
    return { afterSeconds: last === undefined ? 0 : last.afterSeconds + 30 * MINUTE, actions: ["notify-supervisors"] };
  };
  return (
    <fieldset class="desk-steps">
      <legend>{say().steps}</legend>
      <Show when={props.steps.length === 0}>
        <p class="quiet-text">{say().noSteps}</p>
      </Show>
      <Rows
        items={props.steps}
        addLabel={say().addStep}
        isFull={props.steps.length >= MOST_STEPS}
        add={() => props.change([...props.steps, next()])}
        remove={(at) => props.change(props.steps.filter((_, other) => other !== at))}
      >
        {(step, at, remove) => (
          <StepFields
            step={step()}
            place={at + 1}
            teams={props.teams}
            put={(changed) => put(at, changed)}
            remove={remove}
          />
        )}
      </Rows>
    </fieldset>
  );
};

type StepProps = {
  step: Escalation;
  place: number;
  teams: readonly Team[];
  put: (step: Escalation) => void;
  remove: () => void;
};

const StepFields = (props: StepProps) => {
  const say = hoursWords.words;
  const tick = (action: EscalationAction, isOn: boolean) =>
    props.put({
      ...props.step,
      actions: ACTIONS.filter((each) => (each === action ? isOn : props.step.actions.includes(each))),
    });
  const giveTo = (teamId: string) => {
    const { teamId: _, ...step } = props.step;
    props.put(teamId === "" ? step : { ...step, teamId });
  };
  return (
    <fieldset class="desk-step">
      <legend class="sr-only">{say().step(props.place)}</legend>
      <NumberField
        label={say().after}
        value={props.step.afterSeconds / MINUTE}
        least={0}
        hasParts
        change={(minutes) => props.put({ ...props.step, afterSeconds: Math.round(minutes * MINUTE) })}
      />
      <label>
        <span>{say().takeOver}</span>
        <Select
          options={[["", say().sameTeam], ...named(props.teams).map(({ id, name }) => [id, name] as const)]}
          value={props.step.teamId ?? ""}
          choose={giveTo}
        />
      </label>
      <Ticks
        title={say().actions}
        options={ACTIONS.map((action) => [action, say().action[action]] as const)}
        chosen={props.step.actions}
        tick={tick}
      />
      <Show when={!isStep(props.step)}>
        <strong class="desk-wrong">{say().idleStep}</strong>
      </Show>
      <div class="desk-buttons">
        <button type="button" class="button quiet small" onClick={() => props.remove()}>
          {say().removeStep(props.place)}
        </button>
      </div>
    </fieldset>
  );
};
