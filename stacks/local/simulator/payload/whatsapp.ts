import { accounts } from "../../account.ts";
import type { Entry, Standing, Thread } from "../world.ts";
import { changedAt, type Notice, nowSeconds, secondsOf, type Voice } from "./voice.ts";

/** The business account, and the telephone number as people see it (Arcep's range for fiction). */
const businessAccountId = "900100200399";
const displayNumber = "33199001234";

/** Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages. Times are strings of seconds. */
const change = (part: object): Notice => {
  const metadata = { display_phone_number: displayNumber, phone_number_id: accounts.whatsapp.id };
  const value = { messaging_product: "whatsapp", metadata, ...part };
  const entry = { id: businessAccountId, time: nowSeconds(), changes: [{ field: "messages", value }] };
  return { sender: "meta", payload: { object: "whatsapp_business_account", entry: [entry] } };
};

const message = (thread: Thread, id: string, at: number, content: object): Notice => {
  const contact = { profile: { name: thread.name }, wa_id: thread.privateId, user_id: thread.userId };
  const sender = { from: thread.privateId, from_user_id: thread.userId };
  return change({ contacts: [contact], messages: [{ ...sender, id, timestamp: String(at), ...content }] });
};

const contentOf = ({ pictures: [picture] = [], text }: Entry) =>
  picture === undefined
    ? { type: "text", text: { body: text } }
    : {
        type: "image",
        image: { id: mediaIdOf(picture), mime_type: "image/jpeg", ...(text === "" ? {} : { caption: text }) },
      };

/** WhatsApp names a medium by its id, and is asked for the address. */
const mediaIdOf = (address: string): string => address.split("/").at(-1) ?? "";

/** What the bank sends by the API is not echoed: its statuses tell. */
const said: Voice["said"] = (thread, entry) =>
  entry.from === "bank"
    ? undefined
    : message(thread, entry.id, secondsOf(entry.at), {
        ...contentOf(entry),
        ...(entry.inReplyTo === undefined ? {} : { context: { from: displayNumber, id: entry.inReplyTo } }),
      });

/** Each edit, removal and reaction is a message with an id of its own. */
const ownId = (id: string, what: string): string => `${id}.${what}`;

const edited: Voice["edited"] = (thread, entry) =>
  message(thread, ownId(entry.id, `edit-${entry.edits ?? 1}`), secondsOf(changedAt(entry)), {
    type: "edit",
    edit: { original_message_id: entry.id, message: contentOf(entry) },
  });

const removed: Voice["removed"] = (thread, { id }) =>
  message(thread, ownId(id, "revoke"), nowSeconds(), { type: "revoke", revoke: { original_message_id: id } });

const reacted: Voice["reacted"] = (thread, { id }, emoji = "") =>
  message(thread, ownId(id, `reaction-${emoji === "" ? "off" : "on"}`), nowSeconds(), {
    type: "reaction",
    reaction: { message_id: id, emoji },
  });

/** Outside the window an answer is taken, and fails afterwards: 131047. */
const marked = (thread: Thread, entry: Entry, standing: Standing): Notice =>
  change({
    statuses: [
      {
        id: entry.id,
        status: standing,
        timestamp: String(nowSeconds()),
        recipient_id: thread.privateId,
        recipient_user_id: thread.userId,
        ...(entry.marker === undefined ? {} : { biz_opaque_callback_data: entry.marker }),
        ...(standing === "failed" ? { errors: [{ code: 131_047, title: "Re-engagement message" }] } : {}),
      },
    ],
  });

export const whatsapp: Voice = { said, edited, removed, reacted, marked };
