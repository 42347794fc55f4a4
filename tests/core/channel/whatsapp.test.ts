import { expect, test } from "vitest";
import * as Channel from "#core/channel";
import { accounts, bytes, bytesOf, eventsOf, read } from "./fixture.ts";

const NUMBER = "33612000001";
const USER_ID = "FR.1349120865530274";

test("a message says who, where, when and what it answers", () => {
  expect(eventsOf("whatsapp/text")).toEqual([
    {
      op: "message",
      channel: "whatsapp",
      visibility: "private",
      direction: "inbound",
      accountId: accounts.whatsapp,
      authorId: NUMBER,
      contactId: NUMBER,
      threadId: NUMBER,
      author: { name: "Léa Moreau" },
      externalId: "wamid.A1",
      parentId: "wamid.B1",
      occurredAt: "2026-10-05T08:15:30.000Z",
      text: "Bonjour, ma carte est perdue",
      attachments: [],
    },
  ]);
});

test("a byte order mark before the body is no error", () => {
  const body = Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf("whatsapp/text")]);
  expect(Channel.normalise("meta", body)).toEqual(read("whatsapp/text"));
});

test("the user id is the contact before the phone number, wherever either stands", () => {
  expect(eventsOf("whatsapp/user-id-beside-number")).toMatchObject([{ contactId: USER_ID, contactAliases: [NUMBER] }]);
  for (const name of ["whatsapp/user-id-alone", "whatsapp/user-id-in-the-number-field"]) {
    expect(eventsOf(name)).toMatchObject([{ contactId: USER_ID, authorId: USER_ID, author: { name: "Léa Moreau" } }]);
    expect(eventsOf(name)[0]).not.toHaveProperty("contactAliases");
  }
});

test("two people of one post are never joined", () => {
  expect(eventsOf("whatsapp/two-people-in-one-post")).toMatchObject([
    { contactId: USER_ID, author: { name: "Léa Moreau" } },
    { contactId: "48600000002", author: { name: "Marek Nowak" } },
  ]);
});

test("a description of somebody else gives its ids to nobody", () => {
  const [event] = eventsOf("whatsapp/contact-of-another-number");
  expect(event).toMatchObject({ contactId: NUMBER, authorId: NUMBER });
  expect(event).not.toHaveProperty("contactAliases");
});

test("media are kept by id for the account's token; a bare link lives five minutes", () => {
  const attachments = eventsOf("whatsapp/media-of-every-kind").flatMap((event) => event.attachments);
  expect(attachments).toEqual([
    { type: "image", reference: "7001", token: "account", mime: "image/jpeg" },
    { type: "audio", reference: "7002", token: "account", mime: "audio/ogg; codecs=opus" },
    { type: "document", reference: "7003", token: "account", mime: "application/pdf", fileName: "contrat-Moreau.pdf" },
    { type: "sticker", reference: "7004", token: "account", mime: "image/webp" },
    {
      type: "video",
      reference: "https://lookaside.fbsbx.com/v",
      token: "account",
      mime: "video/mp4",
      expiresAt: "2026-10-05T08:20:30.000Z",
    },
  ]);
});

test("places and cards are read in words", () => {
  const [place, bare, cards, vcard] = eventsOf("whatsapp/place-and-cards");
  expect(place?.text).toBe("Agence Bastille, 1 place de la Bastille, Paris");
  expect(bare?.around).toEqual([{ kind: "location", text: "1, 2" }]);
  expect(cards?.text).toBe("Inès Petit, Paul Roy");
  expect(cards?.around?.[0]?.text).toBe("Inès Petit\n+33 6 12 00 00 09\nines@example.org\nAtelier");
  expect(vcard?.around?.[0]?.text).toContain("FN:Inès");
});

test("buttons, lists, forms and orders say what the customer chose", () => {
  const events = eventsOf("whatsapp/buttons-lists-and-forms");
  expect(events.map(({ text, unreadable }) => text ?? unreadable)).toEqual([
    "Oui",
    "Carte perdue",
    "Sent",
    "Stop",
    "unsupported",
    "Deux cartes",
  ]);
  expect(events[2]?.around).toEqual([{ kind: "payload", text: '{"ville":"Lyon"}' }]);
  expect(events[5]?.around).toEqual([{ kind: "order", text: "2 carte-gold 30 EUR" }]);
});

test("an empty or missing emoji takes a reaction back", () => {
  expect(eventsOf("whatsapp/reaction-and-its-removal").map(({ op }) => op)).toEqual([
    "reaction",
    "reaction_removed",
    "reaction_removed",
  ]);
});

test("an edit brings the new content, a revocation removes the message", () => {
  expect(eventsOf("whatsapp/edited-and-revoked")).toMatchObject([
    { op: "edit", targetId: "wamid.A1", text: "Ma carte est volée" },
    { op: "edit", targetId: "wamid.M1", text: "Mon autre relevé", attachments: [{ type: "image", reference: "7009" }] },
    { op: "delete", targetId: "wamid.A1" },
  ]);
});

test("an edit that names no type is read by what it has", () => {
  const edit = { original_message_id: "wamid.A1", message: { text: { body: "Mon autre carte" } } };
  const messages = [{ from: "33700000001", id: "wamid.A9", timestamp: "1790000000", type: "edit", edit }];
  const value = { messaging_product: "whatsapp", metadata: { phone_number_id: "1" }, messages };
  const delivery = {
    object: "whatsapp_business_account",
    entry: [{ id: "2", changes: [{ field: "messages", value }] }],
  };
  expect(Channel.normalise("meta", bytes(delivery)).events).toMatchObject([
    { op: "edit", targetId: "wamid.A1", text: "Mon autre carte" },
  ]);
});

test("statuses keep our marker and the error's code, and none of its words", () => {
  const events = eventsOf("whatsapp/statuses-out-of-order");
  expect(events.map(({ targetId, kind }) => `${targetId} ${kind}`)).toEqual([
    "wamid.B1 read",
    "wamid.B1 sent",
    "wamid.B2 failed",
    "wamid.B3 delivered",
  ]);
  expect(events[1]).toMatchObject({ metadata: "01JBANKMESSAGE", direction: "outbound" });
  expect(events[2]).toMatchObject({ code: "131047" });
  expect(events[2]).not.toHaveProperty("text");
  expect(events[3]).not.toHaveProperty("occurredAt");
});

test("messages, statuses and errors of one post are all read, messages first", () => {
  expect(eventsOf("whatsapp/message-beside-status-and-error").map(({ op }) => op)).toEqual([
    "message",
    "status",
    "error",
  ]);
});

test("what the bank writes, edits or revokes on its phone is outgoing", () => {
  expect(eventsOf("whatsapp/written-on-the-phone")).toMatchObject([
    { op: "message", direction: "outbound", contactId: USER_ID },
    { op: "edit", direction: "outbound", targetId: "wamid.P1", text: "Je vous rappelle demain" },
    { op: "delete", direction: "outbound", targetId: "wamid.P1" },
  ]);
});

test("a customer who changes number or user id stays one contact", () => {
  expect(eventsOf("whatsapp/customer-changed-number")).toMatchObject([
    { op: "system", kind: "user_changed_number", contactId: NUMBER, contactAliases: ["33612000002"] },
  ]);
  expect(eventsOf("whatsapp/customer-changed-user-id")).toMatchObject([{ op: "system", contactId: USER_ID }]);
  expect(eventsOf("whatsapp/user-id-update")).toMatchObject([
    { op: "system", kind: "user_id_update", contactId: USER_ID, contactAliases: [NUMBER, "FR.1000000000000001"] },
  ]);
});

test("a type nobody told us of is a message with a placeholder; a greeting screen is none", () => {
  const { events, ignored } = read("whatsapp/unsupported-types");
  expect(events.slice(0, 3)).toMatchObject([
    { op: "message", unreadable: "unsupported", code: "131051" },
    { op: "message", unreadable: "unsupported", code: "131051" },
    { op: "message", unreadable: "unsupported", kind: "hologram" },
  ]);
  expect(ignored).toEqual({ request_welcome: 1 });
});

test("a group is one thread, an advertisement is told beside the message", () => {
  expect(eventsOf("whatsapp/group-message")).toMatchObject([
    { threadId: "120363000000000001@g.us", contactId: NUMBER },
  ]);
  expect(eventsOf("whatsapp/from-an-advertisement")[0]?.around?.map(({ text }) => text)).toEqual([
    "Compte jeune",
    "Sans frais",
    "compte-jeune",
  ]);
});

test("a message that names no type is read by what it has", () => {
  expect(eventsOf("whatsapp/number-for-time-and-no-type")).toMatchObject([
    { text: "Sans type", occurredAt: "2026-10-05T08:15:30.000Z" },
  ]);
});

test("a customer's preference and what is for operations are no messages", () => {
  expect(eventsOf("whatsapp/marketing-stopped")).toMatchObject([{ op: "preference", kind: "stop", contactId: NUMBER }]);
  const { events, ignored } = read("whatsapp/operations-and-unknown-fields");
  expect(events.filter(({ op }) => op === "control").map(({ kind }) => kind)).toEqual([
    "message_template_status_update",
    "account_update",
  ]);
  expect(ignored).toEqual({ calls: 1, group_participants_update: 1 });
});

test("what was said before the number was connected opens nothing, in threads or as files", () => {
  expect(read("whatsapp/history-of-a-number").ignored).toEqual({ history: 2 });
});

test("what another application answers is shown as such", () => {
  expect(eventsOf("whatsapp/standby")).toMatchObject([
    { op: "message", text: "Je parlais au robot", handledElsewhere: true },
  ]);
});

test("an item that is no message is nobody's message", () => {
  const { events, ignored } = read("whatsapp/bad-items-among-messages");
  expect(events.filter(({ op }) => op === "message")).toMatchObject([{ externalId: "wamid.G1", text: "Bonjour" }]);
  expect(ignored).toEqual({ malformed: 3 });
});
