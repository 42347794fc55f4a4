export { type AutomaticAnswer, automaticAnswer, satisfactionQuestion } from "./automatic.ts";
export { type AdminEvent, agentChange, entityChange } from "./change.ts";
export { tellLate } from "./late-notice.ts";
export { accountOf } from "./lookup.ts";
export { policiesFor, policiesOf, revise } from "./policy.ts";
export { Account, Agent, Entity, Platform, Role } from "./schema.ts";
export { signatureOf, tellDeadline } from "./signature.ts";
