export { type Desk, pickAgent, slotsOf } from "./agent.ts";
export { orderWaiting } from "./order.ts";
export type { Waiting } from "./waiting.ts";
