export { comingBack } from "./come-back.ts";
export { type Consumer, consume, consumeBatch } from "./consume.ts";
export { deliver } from "./deliver/index.ts";
export { ingest } from "./ingest/index.ts";
export { route } from "./route/index.ts";
export { timer } from "./timer/index.ts";
