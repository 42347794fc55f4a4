export { type AutomaticAnswer, automaticAnswer } from "./automatic.ts";
export { accountOf } from "./lookup.ts";
export { policiesFor, policiesOf, revise } from "./policy.ts";
export { Account, Agent, Entity, Platform, Role } from "./schema.ts";
