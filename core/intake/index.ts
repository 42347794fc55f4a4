export { Inbound } from "./inbound.ts";
export { type Context, isConversational, markerOf, messageIdOf, platformOf, prepare } from "./prepare.ts";
