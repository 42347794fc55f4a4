export { type Desk, pickAgent } from "./agent.ts";
export { orderWaiting } from "./order.ts";
export type { Waiting } from "./waiting.ts";
