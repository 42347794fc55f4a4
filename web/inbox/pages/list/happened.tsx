import { createUniqueId, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { type Happening, happenings } from "../../data/inbox/happening.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { Select } from "../../ui/select.tsx";
import { todayIn } from "../../ui/time-model.ts";
import { WhenSaid } from "../../ui/when-said.tsx";
import { withoutHappened } from "./narrowing-model.ts";
import { narrowWords } from "./words.ts";

/** Those that are chosen by hand; a figure of the reports leads to any of them. */
const CHOSEN: readonly Happening[] = ["received", "opened", "sent.byPeople", "closed", "broken", "reopened"];
const LAST = ["1", "7", "30", "90"] as const;

type Props = { filter: Filter; go: (filter: Filter) => void };

/** Narrows the list to what something happened to, and when. */
export const HappenedFields = (props: Props) => {
  const desk = useDesk();
  const say = () => narrowWords.words();
  const events = () => happenings.filter((each) => CHOSEN.includes(each) || each === props.filter.event);
  const today = () => todayIn(desk.me.entity.timeZone);
  const choose = (event: string) => {
    if (event === "") return props.go(withoutHappened(props.filter));
    const { from, last, to } = props.filter;
    props.go({ ...props.filter, event, ...(from && to ? { from, to } : { last: last ?? "7" }) });
  };
  const chooseLast = (last: string) => {
    const { from: _, last: __, to: ___, ...filter } = props.filter;
    props.go({ ...filter, ...(last === "" ? { from: today(), to: today() } : { last }) });
  };
  const lasts = () => [...new Set([...LAST, ...(props.filter.last ? [props.filter.last] : [])])];
  return (
    <>
      <label class="field">
        <span>{say().what}</span>
        <Select
          options={[["", say().anything], ...events().map((each) => [each, say().happened[each]] as const)]}
          value={props.filter.event ?? ""}
          choose={choose}
        />
      </label>
      <Show when={props.filter.event}>
        <label class="field">
          <span>{say().period}</span>
          <Select
            options={[...lasts().map((last) => [last, say().last(Number(last))] as const), ["", say().days] as const]}
            value={props.filter.last ?? ""}
            choose={chooseLast}
          />
        </label>
        <Show when={!props.filter.last}>
          <Day
            name={say().from}
            value={props.filter.from ?? ""}
            most={props.filter.to}
            choose={(from) => props.go({ ...props.filter, from })}
          />
          <Day
            name={say().to}
            value={props.filter.to ?? ""}
            least={props.filter.from}
            choose={(to) => props.go({ ...props.filter, to })}
          />
        </Show>
      </Show>
    </>
  );
};

type DayProps = {
  name: string;
  value: string;
  least?: string | undefined;
  most?: string | undefined;
  choose: (day: string) => void;
};

const Day = (props: DayProps) => {
  const id = createUniqueId();
  const choose = (field: HTMLInputElement) => {
    if (field.value !== "" && field.checkValidity()) props.choose(field.value);
    else field.reportValidity();
  };
  return (
    <div class="field">
      <label for={id}>{props.name}</label>
      <input
        id={id}
        type="date"
        class="input"
        required
        aria-describedby={`${id}-said`}
        min={props.least}
        max={props.most}
        value={props.value}
        onChange={(event) => choose(event.currentTarget)}
      />
      <WhenSaid id={`${id}-said`} value={props.value} />
    </div>
  );
};
