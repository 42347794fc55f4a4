export { type Consumer, consumeBatch } from "./consume.ts";
export { deliver } from "./deliver/index.ts";
export { ingest } from "./ingest/index.ts";
export { picture } from "./picture/index.ts";
export { route } from "./route/index.ts";
export { timer } from "./timer/index.ts";
