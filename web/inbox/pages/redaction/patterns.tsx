import { createEffect, createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { ownPattern, patternFault } from "#core/redaction/pattern";
import { words } from "../../language/index.ts";
import { Select } from "../../ui/select.tsx";
import type { Kind, Pattern } from "./rules-model.ts";
import { redactionWords } from "./words.ts";

type Props = { patterns: readonly Pattern[]; change: (patterns: Pattern[]) => void };

/** The bank's own numbers: how they are written, and what they are removed as. */
export const Patterns = (props: Props) => {
  const say = () => redactionWords.words().rules;
  let list: HTMLDivElement | undefined;
  let adding: HTMLButtonElement | undefined;
  const put = (at: number, pattern: Pattern) =>
    props.change(props.patterns.map((each, other) => (other === at ? pattern : each)));
  const add = () => {
    props.change([...props.patterns, { name: "", kind: "customer-number", pattern: "" }]);
    list?.lastElementChild?.querySelector("input")?.focus();
  };
  const remove = (at: number) => {
    props.change(props.patterns.filter((_, other) => other !== at));
    adding?.focus();
  };
  return (
    <>
      <h3>{say().patterns}</h3>
      <p class="quiet-text">{say().patternsLead}</p>
      <div class="desk-list" ref={(element) => (list = element)}>
        {/* By position: what is being typed does not move. */}
        <For each={props.patterns.map((_, at) => at)}>
          {(at) => (
            <Show when={props.patterns[at]}>
              {(pattern) => (
                <Fields
                  pattern={pattern()}
                  isTaken={props.patterns.findIndex(({ name }) => name === pattern().name) !== at}
                  put={(changed) => put(at, changed)}
                  remove={() => remove(at)}
                />
              )}
            </Show>
          )}
        </For>
      </div>
      <div class="desk-buttons">
        <button type="button" class="button" ref={(element) => (adding = element)} onClick={add}>
          {say().addPattern}
        </button>
      </div>
    </>
  );
};

type FieldsProps = { pattern: Pattern; isTaken: boolean; put: (pattern: Pattern) => void; remove: () => void };

const Fields = (props: FieldsProps) => {
  const say = () => redactionWords.words().rules;
  const id = createUniqueId();
  const [example, setExample] = createSignal("");
  const isWrong = () => props.pattern.pattern !== "" && patternFault(props.pattern.pattern) !== undefined;
  const removed = createMemo(() =>
    isWrong() || props.pattern.pattern === "" ? [] : (example().match(ownPattern(props.pattern.pattern)) ?? []),
  );
  const kinds = () => Object.entries(words().mark.names) as [Kind, string][];
  return (
    <fieldset class="desk-card desk-columns">
      <legend class="sr-only">{props.pattern.name || say().unnamed}</legend>
      <label>
        <span>{say().patternName}</span>
        <input
          required
          maxlength="40"
          pattern="[a-z][a-z0-9\-]*"
          title={say().patternNameHint}
          autocapitalize="none"
          aria-invalid={props.isTaken}
          ref={(element) => createEffect(() => element.setCustomValidity(props.isTaken ? say().patternTaken : ""))}
          value={props.pattern.name}
          onChange={(event) => props.put({ ...props.pattern, name: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{redactionWords.words().kind}</span>
        <Select options={kinds()} value={props.pattern.kind} choose={(kind) => props.put({ ...props.pattern, kind })} />
      </label>
      <div class="redaction-field">
        <label>
          <span>{say().pattern}</span>
          <input
            required
            maxlength="200"
            autocapitalize="none"
            autocomplete="off"
            spellcheck={false}
            aria-describedby={`${id}-pattern`}
            aria-invalid={isWrong()}
            ref={(element) => createEffect(() => element.setCustomValidity(isWrong() ? say().patternWrong : ""))}
            value={props.pattern.pattern}
            onInput={(event) => props.put({ ...props.pattern, pattern: event.currentTarget.value })}
          />
        </label>
        <p class="quiet-text" id={`${id}-pattern`}>
          {isWrong() ? say().patternWrong : say().patternHint}
        </p>
      </div>
      <div class="redaction-field">
        <label>
          <span>{say().example}</span>
          <input
            maxlength="200"
            autocomplete="off"
            spellcheck={false}
            aria-describedby={`${id}-example`}
            value={example()}
            onInput={(event) => setExample(event.currentTarget.value)}
          />
        </label>
        <p class="quiet-text" id={`${id}-example`} role="status">
          <Show when={example() !== ""} fallback={say().exampleHint}>
            {removed().length > 0 ? say().wouldRemove(removed()) : say().wouldNot}
          </Show>
        </p>
      </div>
      <div class="desk-buttons">
        <button type="button" class="button quiet small" onClick={() => props.remove()}>
          {say().removePattern(props.pattern.name || say().unnamed)}
        </button>
      </div>
    </fieldset>
  );
};
