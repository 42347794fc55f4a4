import { createSignal, For, Show } from "solid-js";
import { type Bank, CONDITIONS, type Condition, type PolicyRule } from "../../data/bank/api.ts";
import { Select } from "../../ui/select.tsx";
import { Ticks } from "../../ui/ticks.tsx";
import { choicesOf, ruleText } from "./conditions.ts";
import { allowedText, usualOf } from "./model.ts";
import {
  added,
  changed,
  coveredBy,
  dayAndNight,
  type Hours,
  hoursOf,
  isForAll,
  moved,
  removed,
  rulesOf,
  ticked,
  withRules,
} from "./rules-model.ts";
import { Targets } from "./targets.tsx";
import { hoursWords } from "./words.ts";

const MOST_RULES = 50;

type Props = { bank: Bank; change: (bank: Bank) => void };

/** Other promises for some conversations, in the order in which they are tried. */
export const Rules = (props: Props) => {
  const say = hoursWords.words;
  let list: HTMLOListElement | undefined;
  let adding: HTMLButtonElement | undefined;
  const [told, setTold] = createSignal("");
  const rules = () => rulesOf(props.bank);
  const put = (next: readonly PolicyRule[]) => props.change(withRules(props.bank, next));
  const cardAt = (at: number) => list?.querySelectorAll<HTMLDetailsElement>("details.desk-rule")[at];
  const add = () => {
    props.change(added(props.bank));
    const card = cardAt(rules().length - 1);
    if (!card) return;
    card.open = true;
    card.querySelector("input")?.focus();
  };
  const move = (at: number, by: -1 | 1) => {
    const isOpen = [at, at + by].map((place) => cardAt(place)?.open === true);
    put(moved(rules(), at, by));
    const [here, there] = [cardAt(at), cardAt(at + by)];
    if (!here || !there) return;
    // What is open goes with its rule, and so does the focus.
    [there.open, here.open] = [isOpen[0] === true, isOpen[1] === true];
    const buttons = [...there.querySelectorAll<HTMLButtonElement>("[data-move]")];
    (
      buttons.find((each) => each.dataset["move"] === String(by) && !each.disabled) ??
      buttons.find((each) => !each.disabled)
    )?.focus();
    setTold(say().movedTo(at + by + 1));
  };
  const remove = (at: number) => {
    put(removed(rules(), at));
    setTold(say().ruleRemoved(at + 1));
    adding?.focus();
  };
  return (
    <>
      <p class="quiet-text">{say().rulesLead}</p>
      <Show when={rules().length === 0}>
        <p class="quiet-text">{say().noRules}</p>
      </Show>
      <ol class="desk-list" ref={(element) => (list = element)}>
        <For each={rules().map((_, at) => at)}>
          {(at) => (
            <Show when={rules()[at]}>
              {(rule) => (
                <RuleCard
                  bank={props.bank}
                  rules={rules()}
                  at={at}
                  rule={rule()}
                  put={(part) => put(changed(rules(), at, part))}
                  move={(by) => move(at, by)}
                  remove={() => remove(at)}
                />
              )}
            </Show>
          )}
        </For>
      </ol>
      <div class="desk-buttons">
        <button
          type="button"
          class="button"
          disabled={rules().length >= MOST_RULES}
          ref={(element) => (adding = element)}
          onClick={add}
        >
          {say().addRule}
        </button>
      </div>
      <p class="sr-only" role="status">
        {told()}
      </p>
    </>
  );
};

type CardProps = {
  bank: Bank;
  rules: readonly PolicyRule[];
  at: number;
  rule: PolicyRule;
  put: (part: Partial<PolicyRule>) => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
};

const RuleCard = (props: CardProps) => {
  const say = hoursWords.words;
  const covering = () => coveredBy(props.rules, props.at);
  const policy = () => props.rule.policy;
  return (
    <li>
      <details class="desk-card desk-rule">
        <summary>
          <strong>{say().ruleAt(props.at + 1, ruleText(props.rule.when))}</strong>{" "}
          <span class="quiet-text">{say().firstWithin(allowedText(policy().firstResponseSeconds))}</span>
          <Show when={isForAll(props.rule)}>
            <strong class="desk-wrong"> {say().forAll}</strong>
          </Show>
          <Show when={!isForAll(props.rule) && covering() !== undefined}>
            <strong class="desk-wrong"> {say().covered((covering() ?? 0) + 1)}</strong>
          </Show>
        </summary>
        <For each={CONDITIONS}>
          {(condition) => (
            <ConditionTicks condition={condition} rule={props.rule} put={(when) => props.put({ when })} />
          )}
        </For>
        <HoursChoice {...props} />
        <Targets
          policy={policy()}
          teams={props.bank.teams}
          change={(part) => props.put({ policy: { ...policy(), ...part } })}
        />
        <div class="desk-buttons">
          <button
            type="button"
            class="button small"
            data-move="-1"
            disabled={props.at === 0}
            onClick={() => props.move(-1)}
          >
            {say().up(props.at + 1)}
          </button>
          <button
            type="button"
            class="button small"
            data-move="1"
            disabled={props.at === props.rules.length - 1}
            onClick={() => props.move(1)}
          >
            {say().down(props.at + 1)}
          </button>
          <button type="button" class="button quiet small" onClick={() => props.remove()}>
            {say().removeRule(props.at + 1)}
          </button>
        </div>
      </details>
    </li>
  );
};

type TicksProps = { condition: Condition; rule: PolicyRule; put: (when: PolicyRule["when"]) => void };

const ConditionTicks = (props: TicksProps) => {
  const chosen = () => props.rule.when[props.condition] ?? [];
  return (
    <Ticks
      title={hoursWords.words().ticks[props.condition]}
      options={choicesOf(props.condition, chosen())}
      chosen={chosen()}
      tick={(value, isOn) => props.put(ticked(props.rule.when, props.condition, value, isOn))}
    />
  );
};

const HoursChoice = (props: CardProps) => {
  const say = hoursWords.words;
  const usual = () => usualOf(props.bank);
  const hours = (): Hours => {
    const known = usual();
    return known === undefined ? "own" : hoursOf(props.rule.policy, known);
  };
  const choose = (chosen: Hours) => {
    const calendar = chosen === "bank" ? usual()?.calendar : dayAndNight;
    if (chosen !== "own" && calendar) props.put({ policy: { ...props.rule.policy, calendar } });
  };
  const options = (): readonly Hours[] => (hours() === "own" ? ["own", "bank", "always"] : ["bank", "always"]);
  return (
    <label>
      <span>{say().runsOn}</span>
      <Select options={options().map((each) => [each, say().runs[each]] as const)} value={hours()} choose={choose} />
    </label>
  );
};
