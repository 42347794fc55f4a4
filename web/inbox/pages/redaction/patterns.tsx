import { createEffect, createMemo, createSignal, createUniqueId, Show } from "solid-js";
import { ownPattern, patternFault } from "#core/redaction/pattern";
import { words } from "../../language/index.ts";
import { Rows } from "../../ui/rows.tsx";
import { Select } from "../../ui/select.tsx";
import type { Kind, Pattern } from "./rules-model.ts";
import { redactionWords } from "./words.ts";

type Props = { patterns: readonly Pattern[]; change: (patterns: Pattern[]) => void };

/** The bank's own numbers: how they are written, and what they are removed as. */
export const Patterns = (props: Props) => {
  const say = () => redactionWords.words().rules;
  return (
    <>
      <h3>{say().patterns}</h3>
      <p class="quiet-text">{say().patternsLead}</p>
      <Rows
        items={props.patterns}
        addLabel={say().addPattern}
        add={() => props.change([...props.patterns, { name: "", kind: "customer-number", pattern: "" }])}
        remove={(at) => props.change(props.patterns.filter((_, other) => other !== at))}
      >
        {(pattern, at, remove) => (
          <Fields
            pattern={pattern()}
            isTaken={props.patterns.findIndex(({ name }) => name === pattern().name) !== at}
            put={(changed) => props.change(props.patterns.map((each, other) => (other === at ? changed : each)))}
            remove={remove}
          />
        )}
      </Rows>
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
