export { Desk } from "./desk.ts";
export { type Notice, type Refusal, readNotice, refusals } from "./notice.ts";
