export { type Budget, claim, fullBudget, type Remainder, remaindersOf } from "./budget.ts";
export { Credential, credentialKinds, expiryOf, fits, isRenewable, isToRenew, type Renewable } from "./credential.ts";
export {
  checked,
  type Disconnection,
  disconnect,
  found,
  gapsOf,
  type Health,
  heard,
  isCheckDue,
  isRecheckDue,
  type Problem,
  reconnect,
  schedule,
  troubled,
  unknownHealth,
} from "./health.ts";
export { oauth1Header } from "./oauth1.ts";
export { type Activity, countedAs, countedOn, type Rate, type Request } from "./rate.ts";
export { nextReplay } from "./replay.ts";
export { type Answered, correct } from "./usage.ts";
