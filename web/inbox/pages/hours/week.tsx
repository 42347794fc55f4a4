import { createSignal, createUniqueId, For, Show } from "solid-js";
import { type Calendar, type Interval, WEEKDAYS } from "../../data/bank/api.ts";
import { language } from "../../language/index.ts";
import { Select } from "../../ui/select.tsx";
import { weekdayText } from "../../ui/time-model.ts";
import { daysOf, daysText, intervalsOf, intervalsText } from "./calendar-model.ts";
import { hoursWords } from "./words.ts";

type Props = { calendar: Calendar; change: (calendar: Calendar) => void };

/** The hours of each day of the week, and the dates that are unlike others. */
export const Week = (props: Props) => {
  const say = hoursWords.words;
  const id = createUniqueId();
  const withDay = (day: (typeof WEEKDAYS)[number], intervals: readonly Interval[]) => {
    const { [day]: _, ...others } = props.calendar.weekly;
    props.change({ ...props.calendar, weekly: intervals.length === 0 ? others : { ...others, [day]: intervals } });
  };
  return (
    <>
      <h2>{say().hours}</h2>
      <p class="quiet-text" id={`${id}-hint`}>
        {say().hoursLead}
      </p>
      <div class="desk-card desk-week">
        <label>
          <span>{say().zone}</span>
          <Select
            options={zones(props.calendar.timeZone).map((zone) => [zone, zone])}
            value={props.calendar.timeZone}
            choose={(timeZone) => props.change({ ...props.calendar, timeZone })}
          />
        </label>
        <For each={WEEKDAYS}>
          {(day, at) => (
            <Hours
              name={weekdayText(at() + 1, language())}
              hint={`${id}-hint`}
              intervals={props.calendar.weekly[day] ?? []}
              change={(intervals) => withDay(day, intervals)}
            />
          )}
        </For>
      </div>
      <OtherDays {...props} />
    </>
  );
};

/** Those that the browser knows, and the one that is kept. */
const zones = (kept: string): string[] => [...new Set([kept, "UTC", ...Intl.supportedValuesOf("timeZone")])].toSorted();

type HoursProps = {
  name: string;
  hint: string;
  intervals: readonly Interval[];
  change: (intervals: readonly Interval[]) => void;
};

const Hours = (props: HoursProps) => {
  const say = hoursWords.words;
  const [isWrong, setWrong] = createSignal(false);
  const read = (element: HTMLInputElement) => {
    const intervals = intervalsOf(element.value);
    setWrong(intervals === undefined);
    // Refused by the form, in the browser's own way, until it can be read.
    element.setCustomValidity(intervals === undefined ? say().hoursWrong : "");
    if (intervals !== undefined) props.change(intervals);
  };
  return (
    <label>
      <span>{props.name}</span>
      <input
        placeholder={say().closed}
        maxlength="100"
        aria-describedby={props.hint}
        aria-invalid={isWrong()}
        value={intervalsText(props.intervals)}
        onChange={(event) => read(event.currentTarget)}
      />
      <Show when={isWrong()}>
        <strong class="desk-wrong">{say().hoursWrong}</strong>
      </Show>
    </label>
  );
};

const EXAMPLE = "2026-12-24 09:00-12:00\n2026-12-25";

const OtherDays = (props: Props) => {
  const say = hoursWords.words;
  const [wrong, setWrong] = createSignal<string>();
  const read = (element: HTMLTextAreaElement) => {
    const answer = daysOf(element.value);
    const sentence = "wrong" in answer ? say().dayWrong(answer.wrong) : undefined;
    setWrong(sentence);
    element.setCustomValidity(sentence ?? "");
    if ("wrong" in answer) return;
    const { exceptions: _, holidays: __, ...others } = props.calendar;
    props.change({ ...others, ...answer.days });
  };
  return (
    <label>
      <span>{say().otherDays}</span>
      <textarea
        rows="5"
        spellcheck={false}
        placeholder={EXAMPLE}
        aria-invalid={wrong() !== undefined}
        value={daysText(props.calendar)}
        onChange={(event) => read(event.currentTarget)}
      />
      <Show when={wrong()} fallback={<p class="quiet-text">{say().otherDaysHint}</p>}>
        {(sentence) => <strong class="desk-wrong">{sentence()}</strong>}
      </Show>
    </label>
  );
};
