export { alwaysOpen, Calendar, officeWeek } from "./calendar.ts";
export { choosePolicy, defaultRules, PolicyRule, type PolicySubject } from "./choice.ts";
export { dueAt, elapsedSeconds, type Instant, nextOpening } from "./clock.ts";
export {
  answeredBeside,
  type Clocks,
  closed,
  customerAsked,
  customerAskedBeside,
  customerMoved,
  type Elsewhere,
  incidentAnswered,
  personAnswered,
} from "./clocks.ts";
export { type ComplaintDeadlines, ComplaintRule, complaintDeadlines, complaintRules } from "./complaint.ts";
export { type Foretold, foretell } from "./foretell.ts";
export { isPaused, type PausedTarget, pauseTarget, resumeTarget, secondsLeft } from "./pause.ts";
export { defaultPolicy, Policy, urgentPolicy } from "./policy.ts";
export { type Mark, startTarget, type Target, type TargetKind } from "./target.ts";
export { dueMarks, nextTimerAt } from "./timer.ts";
export { instantAt } from "./zone.ts";
