import { type JSX, Show } from "solid-js";
import type { Happening } from "../../data/inbox/happening.ts";
import type { Question, Report } from "../../data/report/api.ts";
import { behindPath, type Group } from "./behind-model.ts";
import { reportWords } from "./words.ts";

/** Where a report's figures lead to: the same days, the same filters, and one's own where one sees no others. */
export type Leading = { question: Question; report: Report };

type Props = {
  leading: Leading;
  event: Happening;
  count: number;
  group?: Group | undefined;
  /** What is counted, for who does not see where in a table the number stands. */
  name?: string;
  children: JSX.Element;
};

/** A figure that leads to the conversations it counts; none leads nowhere. */
export const Behind = (props: Props) => {
  const path = () =>
    props.count === 0
      ? undefined
      : behindPath({ ...props.leading.question, isOwn: props.leading.report.isOwn }, props.event, props.group);
  return (
    <Show when={path()} fallback={props.children}>
      {(href) => (
        <a
          class="behind"
          href={href()}
          aria-label={props.name === undefined ? undefined : reportWords.words().opens(props.name, props.count)}
        >
          {props.children}
        </a>
      )}
    </Show>
  );
};
