import { createSignal, createUniqueId, Show } from "solid-js";
import type { Explanation } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { Page } from "../../ui/page.tsx";
import { Trouble } from "../conversation/trouble.tsx";
import { EvidenceSwitch } from "./evidence.tsx";
import { Reports } from "./reports.tsx";
import { BankRules } from "./rules.tsx";
import { Run } from "./run.tsx";
import { Table } from "./table.tsx";
import { redactionWords } from "./words.ts";
import "../../style/redaction.css";
import { Select } from "../../ui/select.tsx";

/** For who owns the rules: what they do with a text and why, what the bank sets, what is kept for the fraud team, what agents say of them, and a run over what is stored. */
const RedactionPage = () => {
  const desk = useDesk();
  return (
    <Page class="redaction" title={words().section.redaction}>
      <Show when={desk.can("explain-redaction")} fallback={<p>{words().problem.forbidden}</p>}>
        <Trial />
        <Show when={desk.can("manage-entity")}>
          <BankRules />
        </Show>
        <EvidenceSwitch />
        <Show when={desk.can("manage-redaction")}>
          <Reports />
          <Run />
        </Show>
      </Show>
    </Page>
  );
};

const Trial = () => {
  const desk = useDesk();
  const id = createUniqueId();
  const [text, setText] = createSignal("");
  const [visibility, setVisibility] = createSignal<"public" | "private">("public");
  const [answer, setAnswer] = createSignal<Explanation>();
  const { attempt, dismiss, fault } = createAttempt();
  const ask = async (event: SubmitEvent) => {
    event.preventDefault();
    await attempt(async () => setAnswer(await desk.api.explain({ text: text(), visibility: visibility() })));
  };
  return (
    <>
      <form onSubmit={(event) => void ask(event)}>
        <p class="quiet-text" id={`${id}-lead`}>
          {redactionWords.words().lead}
        </p>
        <label for={`${id}-text`}>{redactionWords.words().text}</label>
        <textarea
          id={`${id}-text`}
          class="composer-field"
          aria-describedby={`${id}-lead`}
          rows="5"
          maxlength="20000"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="redaction-foot">
          <label for={`${id}-where`}>{redactionWords.words().where}</label>
          <Select
            id={`${id}-where`}
            options={(["public", "private"] as const).map((each) => [each, words().visibility[each]])}
            value={visibility()}
            choose={setVisibility}
          />
          <button type="submit" class="button primary" disabled={text() === ""}>
            {redactionWords.words().ask}
          </button>
        </div>
      </form>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      <div aria-live="polite">
        <Show when={answer()}>{(known) => <Answer answer={known()} />}</Show>
      </div>
    </>
  );
};

const Answer = (props: { answer: Explanation }) => (
  <>
    <h2>{redactionWords.words().kept}</h2>
    <p class="redaction-kept">{props.answer.text}</p>
    <h2>{redactionWords.words().fired}</h2>
    <Show
      when={props.answer.fired.length > 0}
      fallback={<p class="quiet-text">{redactionWords.words().nothingFired}</p>}
    >
      <Table
        heads={[redactionWords.words().kind, redactionWords.words().value, redactionWords.words().rule]}
        rows={props.answer.fired.map(({ kind, rule, value }) => [words().mark.names[kind] ?? kind, value, rule])}
        name={redactionWords.words().fired}
      />
    </Show>
    <h2>{redactionWords.words().missed}</h2>
    <Show
      when={props.answer.missed.length > 0}
      fallback={<p class="quiet-text">{redactionWords.words().nothingMissed}</p>}
    >
      <Table
        heads={[redactionWords.words().why, redactionWords.words().value, redactionWords.words().rule]}
        rows={props.answer.missed.map(({ rule, value, why }) => [redactionWords.words().whys[why] ?? why, value, rule])}
        name={redactionWords.words().missed}
      />
    </Show>
  </>
);

export default RedactionPage;
