import { For } from "solid-js";
import type { Policy } from "../../data/bank/api.ts";
import { allowedText } from "./model.ts";
import { hoursWords } from "./words.ts";

const TARGETS = ["firstResponseSeconds", "nextResponseSeconds", "resolutionSeconds"] as const;
const MINUTE = 60;

type Props = { title: string; policy: Policy; change: (part: Partial<Policy>) => void };

/** What one promise allows, in minutes of open time. */
export const Targets = (props: Props) => {
  const say = hoursWords.words;
  return (
    <fieldset class="desk-card desk-columns">
      <legend>{props.title}</legend>
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
    </fieldset>
  );
};
