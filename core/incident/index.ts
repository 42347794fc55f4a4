export { type Alert, watch } from "./alert.ts";
export {
  type Answer,
  approve,
  begin,
  end,
  type Incident,
  isPart,
  type Moment,
  propose,
  type Rule,
  send,
  type Walk,
  type Words,
  walked,
  withhold,
} from "./mode.ts";
export { type Spike, spikes } from "./spike.ts";
export { historyOf, sum, type Tally } from "./tally.ts";
