import { createHash } from "node:crypto";

/** The heartbeat comes every 20 s; presence is believed for a little longer than three of them. */
export const presenceSeconds = 70;

/** Only the hash of a ticket is stored. */
export const hashTicket = (ticket: string): string => createHash("sha256").update(ticket).digest("base64url");
