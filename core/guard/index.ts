export { check, isBlocked, type Surroundings } from "./check.ts";
export { type Finding, type FindingKind, findingKinds } from "./finding.ts";
export { holdingFrom, newlyFound, type ReviewReason, reviewReasons, reviewReasonsOf } from "./four-eyes.ts";
export { defaultPolicy } from "./policy.ts";
export { Policy } from "./schema.ts";
