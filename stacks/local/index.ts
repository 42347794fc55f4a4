export { accounts } from "./account.ts";
export { localSecrets } from "./secrets.ts";
export type { Customer, Entry, Failure, Received, Simulator } from "./simulator/index.ts";
export { type System, type SystemOptions, startSystem } from "./system.ts";
