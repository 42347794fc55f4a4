import { createUniqueId } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import type { Breakdown, Question } from "../../data/report/api.ts";
import { words } from "../../language/index.ts";
import { Select } from "../../ui/select.tsx";
import { todayIn } from "../../ui/time-model.ts";
import { WhenSaid } from "../../ui/when-said.tsx";
import { daysOf, PRESETS, presetOf } from "./model.ts";
import { reportWords } from "./words.ts";

type Props = {
  question: Question;
  breakdowns: readonly Breakdown[];
  change: (changed: Partial<Record<keyof Question, string | undefined>>) => void;
};

/** Period, breakdown and filters; kept in the address, so that a report can be sent to a colleague. */
export const Choice = (props: Props) => {
  const desk = useDesk();
  const today = () => todayIn(desk.me.entity.timeZone);
  return (
    <form class="report-choice" aria-label={reportWords.words().choose} onSubmit={(event) => event.preventDefault()}>
      <Field
        name={reportWords.words().period}
        value={presetOf(props.question, today()) ?? ""}
        options={[
          ...PRESETS.map((preset) => [preset, reportWords.words().presets[preset]] as const),
          ["", reportWords.words().custom] as const,
        ]}
        choose={(preset) => preset !== "" && props.change(daysOf(preset, today()))}
      />
      <Day name={reportWords.words().from} value={props.question.from} choose={(from) => props.change({ from })} />
      <Day name={reportWords.words().to} value={props.question.to} choose={(to) => props.change({ to })} />
      <Field
        name={reportWords.words().by}
        value={props.question.by}
        options={props.breakdowns.map((each) => [each, reportWords.words().breakdowns[each]] as const)}
        choose={(by) => props.change({ by })}
      />
      <Field
        name={reportWords.words().team}
        value={props.question.team ?? ""}
        options={[
          ["", reportWords.words().everyTeam],
          ...desk.me.entity.teams.map(({ id, name }) => [id, name] as const),
        ]}
        choose={(team) => props.change({ team: team || undefined })}
      />
      <Field
        name={reportWords.words().channel}
        value={props.question.channel ?? ""}
        options={[["", reportWords.words().everyChannel], ...Object.entries(words().channel)]}
        choose={(channel) => props.change({ channel: channel || undefined })}
      />
    </form>
  );
};

type FieldProps<Value extends string> = {
  name: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  choose: (value: Value) => void;
};

const Field = <Value extends string>(props: FieldProps<Value>) => (
  <label class="report-field">
    <span>{props.name}</span>
    <Select options={props.options} value={props.value} choose={props.choose} />
  </label>
);

const Day = (props: { name: string; value: string; choose: (value: string) => void }) => {
  const id = createUniqueId();
  return (
    <div class="report-field">
      <label for={id}>{props.name}</label>
      <input
        id={id}
        type="date"
        class="report-day"
        required
        aria-describedby={`${id}-said`}
        value={props.value}
        onChange={(event) => event.currentTarget.value && props.choose(event.currentTarget.value)}
      />
      <WhenSaid id={`${id}-said`} value={props.value} />
    </div>
  );
};
