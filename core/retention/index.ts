export { beside, closedBefore, dueAt } from "./due.ts";
export { isInForce, Policy, proposedDays, setTerm } from "./policy.ts";
