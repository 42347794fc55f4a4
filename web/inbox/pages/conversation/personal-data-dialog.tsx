import { createSignal, createUniqueId, For, onMount, Show } from "solid-js";
import type { Card, Message, Redaction } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { Modal } from "../../ui/dialog/view.tsx";
import { Select } from "../../ui/select.tsx";
import { isTakeable, KINDS, keptPlace, placeOf, type Range, shownText } from "./personal-data-model.ts";
import { Trouble } from "./trouble.tsx";

type DialogProps = { message: Message; card: Card; selected: string; onClose: () => void };

/** Marks a passage of one message, by mouse or keyboard, and takes reports on its marks. */
const PersonalDataDialog = (props: DialogProps) => {
  const desk = useDesk();
  const { attempt, dismiss, fault } = createAttempt();
  const change = async (work: () => Promise<unknown>): Promise<boolean> => {
    const isDone = await attempt(work);
    desk.changes.touch([props.card.id]);
    return isDone;
  };
  const mark = async (range: Range, kind: string) => {
    const { id, text } = props.message;
    const passage = { ...range, kind, length: text.length };
    const isDone = await change(() =>
      desk.api.redact(props.message.conversationId ?? props.card.id, id, crypto.randomUUID(), passage),
    );
    if (isDone) props.onClose();
  };
  const report = (start: number) =>
    change(() => desk.api.reportMark(props.message.conversationId ?? props.card.id, props.message.id, start));
  return (
    <Modal title={words().personal.title} onClose={props.onClose}>
      <div class="personal-data-dialog">
        <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
        <Marking message={props.message} selected={props.selected} mark={mark} />
        <Show when={props.message.redactions.length > 0}>
          <h3>{words().personal.marks}</h3>
          <p class="quiet-text">{words().personal.reportLead}</p>
          <ul class="personal-marks">
            <For each={props.message.redactions}>
              {(redaction) => <Reportable message={props.message} redaction={redaction} report={report} />}
            </For>
          </ul>
        </Show>
      </div>
    </Modal>
  );
};

type MarkingProps = { message: Message; selected: string; mark: (range: Range, kind: string) => Promise<void> };

const Marking = (props: MarkingProps) => {
  const id = createUniqueId();
  const [range, setRange] = createSignal<Range>();
  const [kind, setKind] = createSignal<string>(KINDS[0]);
  const [busy, setBusy] = createSignal(false);
  let field: HTMLTextAreaElement | undefined;
  const read = () => {
    if (!field) return;
    const { text, redactions } = props.message;
    const chosen = { start: keptPlace(text, field.selectionStart), end: keptPlace(text, field.selectionEnd) };
    setRange(isTakeable(text, chosen, redactions) ? chosen : undefined);
  };
  onMount(() => {
    const place = placeOf(shownText(props.message.text), props.selected);
    if (place) field?.setSelectionRange(place.start, place.end);
    read();
    // After the dialog has given the focus to its first button.
    setTimeout(() => field?.focus());
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = range();
    if (!chosen || busy()) return;
    setBusy(true);
    await props.mark(chosen, kind());
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p class="quiet-text" id={`${id}-lead`}>
        {words().personal.lead}
      </p>
      <label for={`${id}-text`}>{words().personal.text}</label>
      <textarea
        id={`${id}-text`}
        class="composer-field"
        aria-describedby={`${id}-lead`}
        aria-readonly="true"
        rows="5"
        ref={(element) => (field = element)}
        // A field that is readonly by attribute has no caret to select with by keyboard.
        onBeforeInput={(event) => event.preventDefault()}
        onSelect={read}
        onKeyUp={read}
        onPointerUp={read}
        value={shownText(props.message.text)}
      />
      <p aria-live="polite" class="quiet-text">
        {range() ? words().personal.chosen((range()?.end ?? 0) - (range()?.start ?? 0)) : words().personal.nothing}
      </p>
      <div class="personal-data-foot">
        <label for={`${id}-kind`}>{words().personal.kind}</label>
        <Select
          id={`${id}-kind`}
          options={KINDS.map((name) => [name, words().mark.names[name] ?? name])}
          value={kind()}
          choose={setKind}
        />
        <button type="submit" class="button primary" disabled={!range() || busy()}>
          {words().personal.mark}
        </button>
      </div>
    </form>
  );
};

type ReportableProps = { message: Message; redaction: Redaction; report: (start: number) => Promise<boolean> };

const Reportable = (props: ReportableProps) => {
  const [told, setTold] = createSignal(false);
  const what = () => words().mark.names[props.redaction.kind] ?? props.redaction.kind;
  return (
    <li>
      <span>{props.message.text.slice(props.redaction.start, props.redaction.end)}</span>
      <Show when={!told()} fallback={<span role="status">{words().personal.reported}</span>}>
        <button
          type="button"
          class="button small"
          aria-label={words().personal.reportOf(what())}
          onClick={() => void props.report(props.redaction.start).then(setTold)}
        >
          {words().personal.report}
        </button>
      </Show>
    </li>
  );
};

export default PersonalDataDialog;
