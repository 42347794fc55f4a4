import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { Policy, Team } from "../../data/bank/api.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { allowedText } from "./model.ts";
import { fractionsOf, fractionsText } from "./rules-model.ts";
import { Steps } from "./steps.tsx";
import { hoursWords } from "./words.ts";

const TARGETS = ["firstResponseSeconds", "nextResponseSeconds", "resolutionSeconds"] as const;
const MINUTE = 60;

type Props = { policy: Policy; teams: readonly Team[]; change: (part: Partial<Policy>) => void };

/** What one promise allows in minutes of open time, when it warns, and what is done once it is broken. */
export const Targets = (props: Props) => {
  const say = hoursWords.words;
  return (
    <>
      <div class="desk-columns">
        <For each={TARGETS}>
          {(target) => (
            <NumberField
              label={say().target[target]}
              value={props.policy[target] / MINUTE}
              least={1}
              hasParts
              change={(minutes) => props.change({ [target]: Math.round(minutes * MINUTE) })}
            >
              <small class="quiet-text">{allowedText(props.policy[target])}</small>
            </NumberField>
          )}
        </For>
        <Fractions {...props} />
      </div>
      <Show when={props.policy.resolutionSeconds < props.policy.firstResponseSeconds}>
        <strong class="desk-wrong">{say().settledFirst}</strong>
      </Show>
      <Steps
        steps={props.policy.escalation ?? []}
        teams={props.teams}
        change={(escalation) => props.change({ escalation })}
      />
    </>
  );
};

const Fractions = (props: Props) => {
  const say = hoursWords.words;
  const id = createUniqueId();
  const [isWrong, setWrong] = createSignal(false);
  const read = (element: HTMLInputElement) => {
    const fractions = fractionsOf(element.value);
    setWrong(fractions === undefined);
    // Refused by the form, in the browser's own way, until it can be read.
    element.setCustomValidity(fractions === undefined ? say().fractionsWrong : "");
    if (fractions !== undefined) props.change({ atRiskFractions: fractions });
  };
  return (
    <label>
      <span>{say().fractions}</span>
      <input
        maxlength="40"
        inputmode="decimal"
        aria-describedby={id}
        aria-invalid={isWrong()}
        value={fractionsText(props.policy.atRiskFractions)}
        onChange={(event) => read(event.currentTarget)}
      />
      <small id={id} class={isWrong() ? "desk-wrong" : "quiet-text"}>
        {isWrong() ? say().fractionsWrong : say().fractionsHint}
      </small>
    </label>
  );
};
