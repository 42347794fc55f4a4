export { alwaysOpen, Calendar, officeWeek } from "./calendar.ts";
export { dueAt, elapsedSeconds, type Instant } from "./clock.ts";
export { defaultPolicy, Policy } from "./policy.ts";
export { type Mark, startTarget, type Target, type TargetKind } from "./target.ts";
