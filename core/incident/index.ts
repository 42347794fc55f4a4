export { type Alert, watch } from "./alert.ts";
export { type Spike, spikes } from "./spike.ts";
export { historyOf, sum, type Tally } from "./tally.ts";
