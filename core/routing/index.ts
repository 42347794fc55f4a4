export { type Desk, pickAgent, slotsOf } from "./agent.ts";
export { lostUntil, orderWaiting } from "./order.ts";
export { isSilent, type Presence, presenceOf } from "./presence.ts";
export type { Waiting } from "./waiting.ts";
