export { differences, factsIn, revise } from "./revise.ts";
export { emptyKit, Kit, type Training } from "./schema.ts";
export { hasAccepted, type Learned, learned, newcomer, type Standing } from "./standing.ts";
