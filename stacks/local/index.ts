export { createMessaging } from "./customers/messaging.ts";
export type { Customer, Simulator } from "./simulator/index.ts";
export { type System, type SystemOptions, startSystem } from "./system.ts";
