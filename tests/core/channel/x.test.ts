import { expect, test } from "vitest";
import * as Channel from "#core/channel";
import { accounts, bytes, eventsOf, read } from "./fixture.ts";

const LEA = "1780000000000000123";

test("a long post is read whole, its escaped characters undone once", () => {
  const [post] = eventsOf("x/long-post-with-entities");
  expect(post?.text?.length).toBeGreaterThan(280);
  expect(post?.text).toMatch(/R&D ou service client <3 \?$/);
  expect(post).toMatchObject({ op: "message", channel: "x.mention", authorId: LEA, contactId: LEA });
  expect(post?.author).toEqual({ name: "Léa Moreau", handle: "lea_moreau" });
});

test("what was written as an escape stays one", () => {
  const delivery = {
    data: { event_type: "post.create", filter: { user_id: "1" }, payload: { id: "2", text: "&amp;lt; &quot;" } },
  };
  expect(Channel.normalise("x", bytes(delivery)).events[0]?.text).toBe("&lt; &quot;");
});

test("one post delivered as mention and as reply is the same message of the same thread's root", () => {
  const [mention] = eventsOf("x/long-post-with-entities");
  const [reply] = eventsOf("x/same-post-as-reply");
  expect(reply).toMatchObject({ op: "message", externalId: mention?.externalId, accountId: mention?.accountId });
  expect(reply?.revision).toBe(mention?.revision);
  expect(reply).toMatchObject({ parentId: "2099999999999999990", threadId: "2099999999999999990" });
});

test("a quote keeps what it quotes, its link's title and its media with their descriptions", () => {
  const [quote] = eventsOf("x/quote-with-media");
  expect(quote?.around).toEqual([
    { kind: "quoted", text: "Nos agences ouvrent & vous accueillent samedi." },
    { kind: "link", text: "Nos horaires\nAgences ouvertes le samedi" },
  ]);
  expect(quote?.attachments).toEqual([
    {
      type: "photo",
      reference: "https://pbs.twimg.com/media/relay.jpg",
      token: "none",
      altText: "Un relevé de compte",
    },
    { type: "media", reference: "13_2100000000000000778", token: "account" },
  ]);
});

test("an edit is about the first post of its history", () => {
  expect(eventsOf("x/edited-post")).toMatchObject([
    { op: "edit", externalId: "2100000000000000004", targetId: "2100000000000000003" },
  ]);
});

test("what the bank writes, deletes or sends elsewhere goes out and is nobody's work", () => {
  expect(eventsOf("x/own-reply-from-the-app")).toMatchObject([{ op: "message", direction: "outbound" }]);
  expect(eventsOf("x/own-post-deleted")).toMatchObject([
    { op: "delete", direction: "outbound", targetId: "2100000000000000005", author: { handle: "BanqueHorizon" } },
  ]);
  expect(eventsOf("x/own-message")).toMatchObject([{ op: "message", direction: "outbound", contactId: LEA }]);
  expect(eventsOf("x/own-encrypted-message")).toMatchObject([{ direction: "outbound", contactId: LEA }]);
});

test("a repost has no text of its own", () => {
  const reposts = [...eventsOf("x/repost"), ...eventsOf("x/older-api-batch").filter(({ op }) => op === "repost")];
  expect(reposts).toHaveLength(2);
  for (const repost of reposts) {
    expect(repost.targetId).toBe("2099999999999999980");
    expect(repost).not.toHaveProperty("text");
  }
});

test("a repost that does not name what it repeats is one by its event", () => {
  const payload = { id: "7", author_id: LEA, text: "RT @banque: votre agence" };
  const update = { event_type: "post.repost.create", filter: { user_id: accounts.x }, payload };
  const [repost] = Channel.normalise("x", bytes({ data: update })).events;
  expect(repost).toMatchObject({ op: "repost", externalId: "7", contactId: LEA });
  expect(repost).not.toHaveProperty("text");
});

test("an event's former name is read as the one that replaced it", () => {
  const payload = { id: "8", author_id: LEA, text: "Bonjour" };
  const update = { event_type: "PostMentionCreate", filter: { user_id: accounts.x }, payload };
  expect(Channel.normalise("x", bytes({ data: update })).events).toMatchObject([{ op: "message", externalId: "8" }]);
});

test("a private message in the form that the API answers with is read alone, in a list and in a delivery's place", () => {
  const message = {
    event_type: "MessageCreate",
    id: "9",
    sender_id: LEA,
    text: "Toujours rien",
    dm_conversation_id: "1",
  };
  for (const delivery of [message, { data: message }, { data: [message] }])
    expect(Channel.normalise("x", bytes(delivery)).events).toMatchObject([
      { op: "message", channel: "x.dm", visibility: "private", externalId: "9", authorId: LEA },
    ]);
});

test("what nobody told us of is private where its name says so", () => {
  const events = ["dm.indicate_typing", "chat.conversation_join"].flatMap(
    (event_type) =>
      Channel.normalise("x", bytes({ data: { event_type, filter: { user_id: "1" }, payload: {} } })).events,
  );
  expect(events.map(({ op, visibility }) => [op, visibility])).toEqual([
    ["ignore", "private"],
    ["ignore", "private"],
  ]);
});

test("a note to ourselves is outgoing and has no customer", () => {
  const create = { sender_id: accounts.x, target: { recipient_id: accounts.x }, message_data: { text: "Note" } };
  const item = { type: "message_create", id: "9", message_create: create };
  const delivery = { for_user_id: accounts.x, direct_message_events: [item] };
  const [note] = Channel.normalise("x", bytes(delivery)).events;
  expect(note).toMatchObject({ direction: "outbound" });
  expect(note).not.toHaveProperty("contactId");
});

test("a private photo needs the user's own token", () => {
  const [message] = eventsOf("x/message-with-photo");
  expect(message).toMatchObject({
    channel: "x.dm",
    visibility: "private",
    text: "Voici la photo du reçu & du contrat",
  });
  expect(message?.attachments).toMatchObject([{ type: "photo", token: "x-user" }]);
  expect(message?.occurredAt).toBe("2026-10-05T08:15:30.123Z");
});

test("a rule whose tag begins with an account's id listens for it; any other post matched has no account", () => {
  const listened = (tag: string) => {
    const data = { id: "2100000000000000051", text: "La Banque Horizon, encore", author_id: LEA };
    return Channel.normalise("x", bytes({ data, matching_rules: [{ id: "1200", tag }] })).events[0];
  };
  expect(listened(`${accounts.x}:brand-name`)).toMatchObject({ op: "message", accountId: accounts.x, contactId: LEA });
  expect(listened(accounts.x)).toMatchObject({ accountId: accounts.x, rules: [accounts.x] });
  expect(listened("brand-name")).toMatchObject({ accountId: "", rules: ["brand-name"] });
});

test("an encrypted message is never dropped: it has a place, an author and a time", () => {
  expect(eventsOf("x/encrypted-message")).toMatchObject([
    {
      op: "encrypted_message",
      direction: "inbound",
      contactId: LEA,
      unreadable: "encrypted",
      occurredAt: "2026-10-05T08:16:40.456Z",
    },
  ]);
});

test("our own encrypted message finds its customer in either writing of the conversation", () => {
  for (const conversation_id of [`${LEA}:${accounts.x}`, `${accounts.x}-${LEA}`]) {
    const payload = { id: "1", sender_id: accounts.x, conversation_id };
    const delivery = { data: { event_type: "chat.sent", filter: { user_id: accounts.x }, payload } };
    expect(Channel.normalise("x", bytes(delivery)).events[0]?.contactId).toBe(LEA);
  }
});

test("a private message in the newer shape is read as well", () => {
  expect(eventsOf("x/message-in-newer-shape")).toMatchObject([
    { op: "message", channel: "x.dm", externalId: "2100000000000000012", contactId: LEA, text: "Toujours rien reçu" },
  ]);
});

test("ids written as numbers beyond 2^53 keep every digit", () => {
  expect(eventsOf("x/older-api-number-beyond-precision")).toMatchObject([
    { externalId: "2100000000000000031", authorId: "1780000000000000123", parentId: "2099999999999999981" },
  ]);
});

test("every list of an older delivery is read: posts, deletions, likes, follows and blocks", () => {
  const { events, ignored } = read("x/older-api-batch");
  expect(events.map(({ op, direction }) => `${op} ${direction}`)).toEqual([
    "message inbound",
    "repost inbound",
    "message inbound",
    "message outbound",
    "delete outbound",
    "reaction inbound",
    "ignore inbound",
    "ignore inbound",
  ]);
  expect(ignored).toEqual({ unfollow: 1, block: 1 });
  expect(events[0]?.text).toMatch(/refuse mon code, j'ai <3 jours$/);
  expect(events[0]?.attachments).toMatchObject([
    { type: "photo", altText: "Carte barrée" },
    { type: "video", reference: "https://video.twimg.com/v.mp4", mime: "video/mp4" },
  ]);
  expect(events[2]).toMatchObject({ parentId: "2099999999999999980", around: [{ kind: "quoted" }] });
});

test("a quick reply and a shared place are kept beside the message", () => {
  const [chosen, placed] = eventsOf("x/older-api-messages");
  expect(chosen?.around).toEqual([{ kind: "payload", text: "parler-conseiller" }]);
  expect(placed?.around).toEqual([{ kind: "location", text: "Lyon, France" }]);
});

test("read marks are no messages, typing is nothing at all", () => {
  expect(eventsOf("x/older-api-read-mark")).toMatchObject([
    { op: "read", targetId: "2100000000000000043", contactId: LEA },
  ]);
  expect(read("x/older-api-typing").ignored).toEqual({ typing: 1 });
});

test("access taken back names the account, in both forms", () => {
  for (const name of ["x/access-revoked", "x/older-api-access-revoked"]) {
    expect(eventsOf(name)).toMatchObject([
      { op: "revoke", accountId: accounts.x, occurredAt: "2026-10-05T09:00:00.000Z" },
    ]);
  }
});

test("a listening match says which rule heard it, the end of a replay how it ended", () => {
  expect(eventsOf("x/listening-match")).toMatchObject([{ op: "message", direction: "inbound", rules: ["brand-name"] }]);
  expect(eventsOf("x/replay-finished")).toMatchObject([{ op: "control", kind: "replay.Complete" }]);
});

test("an event type nobody told us of is counted under its name", () => {
  expect(read("x/unknown-event-type").ignored).toEqual({ "spaces.end": 1 });
  expect(Channel.normalise("x", bytes({ hello: 1 })).ignored).toEqual({ "delivery.unrecognised": 1 });
});

test("a count's name never holds content", () => {
  const update = { event_type: "4970 1234 5678 9012 my card", filter: { user_id: "1" }, payload: {} };
  expect(Channel.normalise("x", bytes({ data: update })).ignored).toEqual({ unrecognised: 1 });
});

test("the challenge is answered with the consumer secret's own signature of the token", () => {
  // openssl: printf %s token-1 | openssl dgst -sha256 -hmac consumer-secret -binary | base64
  expect(Channel.x.crcResponse("token-1", "consumer-secret")).toBe(
    "sha256=8J8s4Cle9T/J+C88xfaotHKowncVoV9KWwk2HVUSXHE=",
  );
});

test("an event without its envelope is read as with it", () => {
  const payload = { id: "8", author_id: LEA, text: "Bonjour" };
  const update = { event_uuid: "-1", event_type: "post.mention.create", filter: { user_id: accounts.x }, payload };
  expect(Channel.normalise("x", bytes(update))).toEqual(Channel.normalise("x", bytes({ data: update })));
});

test("what the API answers with is read in each of its forms", () => {
  const create = { sender_id: LEA, target: { recipient_id: accounts.x }, message_data: { text: "Bonjour" } };
  const older = { type: "message_create", id: "9", created_timestamp: "1791188130000", message_create: create };
  for (const answer of [older, { event: older }, { events: [older], apps: {} }])
    expect(Channel.normalise("x", bytes(answer)).events).toMatchObject([
      { op: "message", channel: "x.dm", externalId: "9", contactId: LEA, text: "Bonjour" },
    ]);
  const post = { id: "8", author_id: LEA, text: "Bonjour", created_at: "2026-10-05T08:15:30.000Z" };
  const includes = { users: [{ id: LEA, username: "lea_moreau" }] };
  for (const data of [post, [post]])
    expect(Channel.normalise("x", bytes({ data, includes })).events).toMatchObject([
      { op: "message", channel: "x.mention", externalId: "8", author: { handle: "lea_moreau" } },
    ]);
});

test("who joined a conversation says nothing beside those who wrote", () => {
  const joined = { id: "1", event_type: "ParticipantsJoin", participant_ids: [LEA] };
  const written = { id: "2", event_type: "MessageCreate", sender_id: LEA, text: "Bonjour" };
  const { events } = Channel.normalise("x", bytes({ data: [joined, written] }));
  expect(events).toMatchObject([{ op: "message", externalId: "2" }]);
});
