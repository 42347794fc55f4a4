/** Guichet on AWS: plain functions of aws-cdk-lib, one a concern. */
export { bundleFunction } from "./bundle.ts";
export { furnish } from "./furnish.ts";
export { type KnownSecret, refuseKnownSecretsIn } from "./guard.ts";
export { functionNames, planOf, serviceNames } from "./plan.ts";
export { readSettings } from "./settings.ts";
export { createStage } from "./stage.ts";
