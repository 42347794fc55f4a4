export { beside, closedBefore, dueAt } from "./due.ts";
export { defaultPolicy, Policy } from "./policy.ts";
