export { type Figures, figuresOf, type Group, groups, sum } from "./figure.ts";
export { type Heat, heat } from "./heat.ts";
export { type Hour, hourOf, type Outcome, outcomesOf, type Pace, paceOf } from "./promise.ts";
export { type Scope, type Selection, scopes, select } from "./selection.ts";
export { type Standing, standingOf } from "./standing.ts";
