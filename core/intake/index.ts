export { Inbound } from "./inbound.ts";
export { type Context, isConversational, messageIdOf, platformOf, prepare } from "./prepare.ts";
