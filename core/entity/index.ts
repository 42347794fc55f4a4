export { accountOf } from "./lookup.ts";
export { Account, Agent, Entity, Platform, Role } from "./schema.ts";
