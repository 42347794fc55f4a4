export { type Behind, behind, byNewest, type Told } from "./behind.ts";
export { agentOf, type Breakdown, breakdowns, groupBy } from "./breakdown.ts";
export { Costs } from "./cost.ts";
export type { Fact, HandoffStep, StopStep } from "./fact.ts";
export { type Figures, sumUp } from "./figures.ts";
export { type Happening, happenings, isOf } from "./happening.ts";
export { createWallClock, lastDays, type Period, periodOf, utcDays } from "./period.ts";
export type { Story } from "./story.ts";
export { tell } from "./tell.ts";
