export { watch } from "./alert.ts";
export { type Spike, spikes } from "./spike.ts";
export { historyOf, type Tally } from "./tally.ts";
