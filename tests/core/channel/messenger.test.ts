import { expect, test } from "vitest";
import * as Channel from "#core/channel";
import { accounts, bytes, eventsOf, read } from "./fixture.ts";

const LEA = "7800000000000001";

test("a private message says who, where and when", () => {
  expect(eventsOf("messenger/text")).toEqual([
    {
      op: "message",
      channel: "messenger",
      visibility: "private",
      direction: "inbound",
      accountId: accounts.page,
      authorId: LEA,
      contactId: LEA,
      threadId: LEA,
      externalId: "m_lea-1",
      occurredAt: "2026-10-05T08:15:30.000Z",
      text: "Bonjour, je n'arrive plus à me connecter 😟",
      attachments: [],
    },
  ]);
});

test("ids written as numbers keep every digit", () => {
  expect(eventsOf("messenger/numbers-for-ids")).toMatchObject([
    { contactId: "9007199254740993222", direction: "inbound" },
  ]);
});

test("two messages without an id are told apart by what they say", () => {
  const [first, second] = eventsOf("messenger/messages-without-id");
  expect(first).toMatchObject({ op: "message", contactId: LEA });
  expect(second?.revision).not.toBe(first?.revision);
});

test("a number too small to be a time of any platform is none", () => {
  const timesOf = (timestamp: unknown) => {
    const item = {
      sender: { id: LEA },
      recipient: { id: accounts.page },
      timestamp,
      message: { mid: "m_1", text: "Bonjour" },
    };
    const delivery = { object: "page", entry: [{ id: accounts.page, messaging: [item] }] };
    return Channel.normalise("meta", bytes(delivery)).events.map(({ occurredAt }) => occurredAt);
  };
  expect([2_222_222, "2222222", 0, -5, "TIMESTAMP", "", null].flatMap(timesOf)).toEqual(Array(7).fill(undefined));
  expect(timesOf("1791188130")).toEqual(["2026-10-05T08:15:30.000Z"]);
});

test("attachments of every shape are kept, with what their reference needs", () => {
  const [message] = eventsOf("messenger/attachments-of-every-shape");
  expect(message?.attachments).toEqual([
    {
      type: "image",
      reference: "https://scontent.xx.fbcdn.net/i.jpg?oe=6AC9D880",
      token: "none",
      expiresAt: "2026-10-10T06:17:36.000Z",
    },
    { type: "location" },
    { type: "fallback", reference: "https://l.facebook.com/l.php?u=x", token: "none" },
    { type: "fallback" },
    { type: "sticker", reference: "369239263222822111", token: "account" },
    { type: "file", reference: "https://cdn.fbsbx.com/releve.pdf", token: "none", fileName: "relevé.pdf" },
    { type: "constellation" },
    { type: "template" },
  ]);
});

test("every text of a card is kept beside the message, to be redacted like it", () => {
  const [message] = eventsOf("messenger/attachments-of-every-shape");
  expect(message?.around).toEqual([
    { kind: "link", text: "Position" },
    { kind: "location", text: "48.85, 2.35" },
    { kind: "link", text: "Ma page" },
    { kind: "payload", text: "BLOB" },
    { kind: "link", text: "Carte Gold\nDétails" },
    { kind: "button", text: "Choisir" },
  ]);
});

test("an answer names the message it answers and the button that made it", () => {
  expect(eventsOf("messenger/answers-a-message-by-button")).toMatchObject([
    { text: "Oui", parentId: "m_bank-1", around: [{ kind: "payload", text: "CONFIRM_YES" }] },
  ]);
});

test("an echo is ours, recognised by our own marker, whichever way round its ends are", () => {
  expect(eventsOf("messenger/own-echo")).toMatchObject([
    {
      direction: "outbound",
      authorId: accounts.page,
      contactId: LEA,
      metadata: "01JBANKMESSAGE",
      sourceAppId: "1234567890123456789",
    },
  ]);
  for (const name of ["messenger/own-echo-not-swapped", "messenger/own-without-echo-flag"]) {
    expect(eventsOf(name)).toMatchObject([{ direction: "outbound", authorId: accounts.page, contactId: LEA }]);
  }
});

test("an edit and an unsend are about the message", () => {
  expect(eventsOf("messenger/edited-and-unsent")).toMatchObject([
    { op: "edit", targetId: "m_lea-1", text: "Bonjour, je me connecte de nouveau", revision: "1" },
    { op: "delete", targetId: "m_lea-2" },
  ]);
});

test("a reaction and its removal are about the message", () => {
  expect(eventsOf("messenger/reactions")).toMatchObject([
    { op: "reaction", targetId: "m_bank-2", kind: "love", emoji: "❤" },
    { op: "reaction_removed", targetId: "m_bank-2" },
  ]);
});

test("a pressed button is told apart with and without an id of its own", () => {
  const [withId, withPayload, bare] = eventsOf("messenger/buttons-pressed");
  expect(withId).toMatchObject({ op: "postback", externalId: "m_lea-5", text: "Parler à un conseiller" });
  expect(withPayload?.around).toEqual([
    { kind: "payload", text: "GET_STARTED" },
    { kind: "referral", text: "campagne-carte" },
  ]);
  expect(bare?.revision).not.toBe(withPayload?.revision);
});

test("read and delivery marks say up to when, with or without ids", () => {
  expect(eventsOf("messenger/read-and-delivered")).toMatchObject([
    { op: "read", until: "2026-10-05T08:15:25.000Z" },
    { op: "delivered", until: "2026-10-05T08:15:26.000Z", targetId: "m_bank-2" },
    { op: "delivered", until: "2026-10-05T08:15:27.000Z" },
  ]);
});

test("where somebody came from is kept to be redacted; an opt-in may have no sender", () => {
  const [referral, , optin] = eventsOf("messenger/referral-and-optin");
  expect(referral).toMatchObject({
    op: "referral",
    kind: "SHORTLINK",
    around: [
      { kind: "referral", text: "affiche-agence" },
      { kind: "referral", text: "Compte jeune" },
    ],
  });
  expect(optin).toMatchObject({ op: "optin", contactId: "only-ref" });
});

test("a thread that changes hands is told, and what happens in it elsewhere is marked", () => {
  expect(eventsOf("messenger/thread-handed-over").map(({ op, kind }) => `${op} ${kind}`)).toEqual([
    "handover pass_thread_control",
    "handover take_thread_control",
    "handover request_thread_control",
    "handover app_roles",
  ]);
  for (const event of eventsOf("messenger/standby"))
    expect(event).toMatchObject({ handledElsewhere: true, contactId: LEA });
  expect(eventsOf("messenger/text")[0]).not.toHaveProperty("handledElsewhere");
});

test("the roles of applications are told without naming a customer", () => {
  const item = {
    recipient: { id: accounts.page },
    timestamp: 1_790_000_000_000,
    app_roles: { "42": ["primary_receiver"] },
  };
  const delivery = { object: "page", entry: [{ id: accounts.page, time: 1_790_000_000_000, messaging: [item] }] };
  const [roles] = Channel.normalise("meta", bytes(delivery)).events;
  expect(roles).toMatchObject({ op: "handover", kind: "app_roles", accountId: accounts.page });
  expect(roles).not.toHaveProperty("contactId");
});

test("a warning of the platform is no message of anybody", () => {
  expect(eventsOf("messenger/policy-warning")).toMatchObject([
    { op: "policy", kind: "warning", text: "Messages too frequent" },
    { op: "policy", kind: "unblock" },
  ]);
});

test("what cannot be shown is a message, what means nothing to us is counted", () => {
  const { events, ignored } = read("messenger/unsupported-and-unknown");
  expect(events[0]).toMatchObject({ op: "message", unreadable: "unsupported", contactId: LEA });
  expect(events[2]?.occurredAt).toBe("2026-10-05T08:15:30.900Z");
  expect(ignored).toEqual({ game_play: 1, account_linking: 1 });
});

test("bad items of a batch cost none of the others", () => {
  const { events, ignored } = read("messenger/bad-items-in-a-batch");
  expect(events.filter(({ op }) => op === "message").map(({ text }) => text)).toEqual(["Premier", "Dernier"]);
  expect(ignored).toEqual({ unrecognised: 4, message: 1 });
});

test("the dashboard's test button is understood", () => {
  expect(eventsOf("messenger/test-button")).toMatchObject([
    { op: "message", channel: "messenger", text: "test_message" },
  ]);
});

test("one post may be about two assets, and another product's object is counted only", () => {
  expect(eventsOf("meta/two-assets-in-one-post").map(({ accountId, channel }) => [accountId, channel])).toEqual([
    [accounts.page, "facebook.comment"],
    ["900100200888", "messenger"],
  ]);
  expect(read("meta/object-of-another-product")).toEqual({ events: [], ignored: { "delivery.permissions": 1 } });
});

test("an edit without its text takes the old one's place, one that counts no edit takes nothing", () => {
  const [edit, none] = eventsOf("messenger/edits-without-text");
  expect(edit).toMatchObject({ op: "edit", targetId: "m_lea-1", unreadable: "not-delivered" });
  expect(none).toMatchObject({ op: "ignore", kind: "message_edit" });
});

test("a visitor without an account is one contact by their reference", () => {
  expect(eventsOf("messenger/visitor-without-account")).toMatchObject([
    { op: "message", contactId: "visite-0001", authorId: "visite-0001", text: "Bonjour, vos horaires ?" },
  ]);
});
