export { Inbound } from "./inbound.ts";
export {
  type Context,
  countKinds,
  isConversational,
  markerOf,
  messageIdOf,
  platformOf,
  prepare,
  redactionOf,
} from "./prepare.ts";
export { type Piece, readTogether } from "./thread.ts";
