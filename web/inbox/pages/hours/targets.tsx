import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { Policy, Team } from "../../data/bank/api.ts";
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
            <label>
              <span>{say().target[target]}</span>
              <input
                type="number"
                required
                min="1"
                step="any"
                value={props.policy[target] / MINUTE}
                onChange={(event) =>
                  props.change({ [target]: Math.max(1, Math.round((event.currentTarget.valueAsNumber || 1) * MINUTE)) })
                }
              />
              <small class="quiet-text">{allowedText(props.policy[target])}</small>
            </label>
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
