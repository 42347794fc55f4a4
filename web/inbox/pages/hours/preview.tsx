import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { type Bank, bankApi, type Condition, type Foretelling, type Foretold } from "../../data/bank/api.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { language } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Select } from "../../ui/select.tsx";
import { momentIn, todayIn } from "../../ui/time-model.ts";
import { WhenSaid } from "../../ui/when-said.tsx";
import { choicesOf, ruleText } from "./conditions.ts";
import { usualOf } from "./model.ts";
import { nextFriday, rulesOf } from "./rules-model.ts";
import { hoursWords } from "./words.ts";

const ASKED: readonly Condition[] = ["channel", "topic", "priority", "language", "segment"];

/** What the promises come to for a message, as they are written here and before they are kept. */
export const Preview = (props: { bank: Bank }) => {
  const desk = useDesk();
  const say = hoursWords.words;
  const id = createUniqueId();
  const [at, setAt] = createSignal(nextFriday(todayIn(props.bank.timeZone)));
  const [subject, setSubject] = createSignal<Foretelling["subject"]>({});
  const question = createMemo(
    (): Foretelling | false => {
      const usual = usualOf(props.bank);
      return usual === undefined || at() === ""
        ? false
        : { at: at(), subject: subject(), rules: rulesOf(props.bank), usual };
    },
    false,
    { equals: (before, after) => JSON.stringify(before) === JSON.stringify(after) },
  );
  const { foretell } = bankApi(desk.api);
  const read = createRead(async (asked: Foretelling) => ({ ...(await foretell(asked)), rules: asked.rules }), question);
  const choose = (condition: Condition, value: string) => {
    const { [condition]: _, ...others } = subject();
    setSubject(value === "" ? others : { ...others, [condition]: value });
  };
  return (
    <section class="desk-card desk-preview" aria-label={say().preview}>
      <h3>{say().preview}</h3>
      <div class="desk-columns">
        <label>
          <span>{say().arrives}</span>
          <input
            type="datetime-local"
            aria-describedby={id}
            value={at()}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          <WhenSaid id={id} value={at()} />
        </label>
        <For each={ASKED}>
          {(condition) => (
            <label>
              <span>{say().ticks[condition]}</span>
              <Select
                options={[["", say().whichever] as const, ...choicesOf(condition, [])]}
                value={subject()[condition] ?? ""}
                choose={(value) => choose(condition, value)}
              />
            </label>
          )}
        </For>
      </div>
      <div aria-live="polite" aria-busy={read.isBusy()}>
        <Loaded read={read} failed={say().notForetold}>
          {(foretold) => <Told foretold={foretold()} bank={props.bank} />}
        </Loaded>
      </div>
    </section>
  );
};

/** The place of a rule is told among those that were asked about: while the next answer is awaited, the list may be another. */
const Told = (props: { foretold: Foretold & Pick<Foretelling, "rules">; bank: Bank }) => {
  const say = hoursWords.words;
  const when = (at: string) => momentIn(at, props.foretold.timeZone, language());
  const rule = () => {
    const { rule: place } = props.foretold;
    const found = place === null ? undefined : props.foretold.rules[place];
    return found === undefined ? say().usual : say().ruleAt((place ?? 0) + 1, ruleText(found.when));
  };
  const teamName = (teamId: string) => props.bank.teams.find(({ id }) => id === teamId)?.name ?? teamId;
  return (
    <>
      <p>{rule()}</p>
      <dl class="desk-foretold">
        <For each={props.foretold.targets}>
          {({ atRiskAt, dueAt, kind }) => (
            <div>
              <dt>{say().due[kind]}</dt>
              <dd>
                <strong>{when(dueAt)}</strong>
                <Show when={atRiskAt.length > 0}>
                  <span class="quiet-text"> {say().atRisk(atRiskAt.map(when).join(say().thenFrom))}</span>
                </Show>
              </dd>
            </div>
          )}
        </For>
        <For each={props.foretold.steps}>
          {({ actions, at, teamId }) => (
            <div>
              <dt>{say().ifLate}</dt>
              <dd>
                <strong>{when(at)}</strong>{" "}
                {[
                  ...actions.map((action) => (say().action as Readonly<Record<string, string>>)[action] ?? action),
                  ...(teamId === undefined ? [] : [say().goesTo(teamName(teamId))]),
                ].join(" · ")}
              </dd>
            </div>
          )}
        </For>
      </dl>
    </>
  );
};
