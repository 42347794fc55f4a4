export { type Alert, watch } from "./alert.ts";
export { type Spike, spikes } from "./spike.ts";
export { type History, historyOf, type Tally } from "./tally.ts";
