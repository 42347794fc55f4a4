import { createMemo } from "solid-js";
import { words } from "../language/index.ts";
import { now } from "./clock.ts";
import { type Deadline as DeadlineState, deadlineOf, type Timed } from "./deadline-model.ts";
import { AlarmIcon, CheckIcon, ClockIcon, WarningIcon } from "./icon.tsx";
import { durationText } from "./time-model.ts";

/** The countdown: colour, sign and words say the same. Only the text that changes is drawn again. */
export const Deadline = (props: { card: Timed }) => {
  const deadline = createMemo(() => deadlineOf(props.card, now()));
  const state = createMemo(() => deadline().state);
  const text = createMemo(() => textOf(deadline()));
  return (
    <span class="deadline" data-state={state()}>
      {signs[state()]()}
      <span>{text()}</span>
    </span>
  );
};

const signs: Record<DeadlineState["state"], () => Element> = {
  breached: AlarmIcon,
  "at-risk": WarningIcon,
  calm: ClockIcon,
  none: ClockIcon,
  answered: CheckIcon,
  closed: CheckIcon,
};

const textOf = (deadline: DeadlineState): string => {
  const { deadline: say, conversation, code } = words();
  switch (deadline.state) {
    case "calm":
      return say.left(durationText(deadline.ms, code));
    case "at-risk":
      return say.atRisk(durationText(deadline.ms, code));
    case "breached":
      return say.breached(durationText(wholeMinutes(deadline.ms), code));
    case "answered":
      return say.answered;
    case "closed":
      return conversation.closed;
    case "none":
      return say.none;
  }
};

/** What is late is counted in minutes; the seconds before it mattered. */
const wholeMinutes = (ms: number): number => (ms < 60_000 ? ms : ms - (ms % 60_000));
