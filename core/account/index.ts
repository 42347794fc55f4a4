export { type Budget, claim, fullBudget, type Remainder, remaindersOf } from "./budget.ts";
export { type Activity, countedAs, type Rate } from "./rate.ts";
export { type Answered, correct } from "./usage.ts";
