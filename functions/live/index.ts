export { connect, disconnect, receive } from "./connection.ts";
export { closeExpired } from "./expiry.ts";
export { fanout } from "./fanout.ts";
export { hashTicket, presenceSeconds } from "./ticket.ts";
