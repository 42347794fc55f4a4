import type * as Channel from "#core/channel";
import type { Inbound } from "./inbound.ts";

type Standing = Pick<Inbound, "receipt" | "until" | "control" | "isEncrypted">;

/** What an update says beside its words: how far a message of ours got, who answers the thread, that X alone can read it. */
export const standingOf = (event: Channel.RawEvent): Standing => {
  const receipt = receiptOf(event);
  const control = controlOf(event);
  const isEncrypted = event.op === "encrypted_message" || event.unreadable === "encrypted";
  return {
    ...(receipt === undefined ? {} : { receipt }),
    ...(receipt === undefined || event.until === undefined ? {} : { until: event.until }),
    ...(control === undefined ? {} : { control }),
    ...(isEncrypted ? { isEncrypted: true as const } : {}),
  };
};

/** Only the customer's side counts: what we have read ourselves, as in the platform's own inbox, is no receipt. */
export const receiptOf = ({ direction, kind, op }: Channel.RawEvent): Standing["receipt"] => {
  if (op === "read" || op === "delivered") return direction === "inbound" ? op : undefined;
  return op === "status" && kind !== undefined ? statuses.get(kind) : undefined;
};

/** WhatsApp's words. A voice message that was played was read. */
const statuses: ReadonlyMap<string, Standing["receipt"]> = new Map([
  ["sent", "sent"],
  ["delivered", "delivered"],
  ["read", "read"],
  ["played", "read"],
]);

/**
 * What comes through standby is another application's to answer; a customer's message that comes to us is ours. Of the
 * handovers, `pass_thread_control` goes to whoever receives the thread and `take_thread_control` to whoever loses it.
 */
export const controlOf = ({
  channel,
  direction,
  handledElsewhere,
  kind,
  op,
}: Channel.RawEvent): Standing["control"] => {
  if (!shared.has(channel)) return undefined;
  if (op === "handover") return handedTo(kind, handledElsewhere === true);
  if (op !== "message" && op !== "postback") return undefined;
  if (handledElsewhere === true) return "another";
  return direction === "inbound" ? "us" : undefined;
};

/** Where several applications may stand behind one account. */
const shared: ReadonlySet<Channel.Channel> = new Set(["messenger", "instagram.dm", "whatsapp"]);

const handedTo = (verb: string | undefined, isStandby: boolean): Standing["control"] => {
  switch (verb) {
    case "pass_thread_control":
      return isStandby ? "another" : "us";
    case "take_thread_control":
      return "another";
    case "release_thread_control":
      return "us";
    default:
      return undefined;
  }
};
