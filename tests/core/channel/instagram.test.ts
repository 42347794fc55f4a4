import { expect, test } from "vitest";
import { accounts, eventsOf, read } from "./fixture.ts";

const LEA = "8800000000000001";

test("a comment says who, where and when it was sent: it has no time of its own", () => {
  expect(eventsOf("instagram/comment")).toEqual([
    {
      op: "message",
      channel: "instagram.comment",
      visibility: "public",
      direction: "inbound",
      accountId: accounts.instagram,
      authorId: LEA,
      contactId: LEA,
      author: { handle: "lea.moreau" },
      externalId: "17990000000000001",
      parentId: "17990000000000000",
      threadId: "17880000000000001",
      occurredAt: "2026-10-05T08:15:30.000Z",
      text: "Votre appli plante @banquehorizon",
      attachments: [],
    },
  ]);
});

test("an entry that is itself the change is read the same", () => {
  expect(eventsOf("instagram/comment-as-entry")).toMatchObject([{ op: "message", text: "Bonjour", contactId: LEA }]);
});

test("our own comment is outgoing, one without author is incoming", () => {
  expect(eventsOf("instagram/own-comment")).toMatchObject([{ direction: "outbound" }]);
  expect(eventsOf("instagram/comment-without-author")).toMatchObject([
    { direction: "inbound", externalId: "17990000000000003", around: [{ kind: "referral", text: "Compte jeune" }] },
  ]);
});

test("a value that is a list is as many changes", () => {
  expect(eventsOf("instagram/comments-in-a-list").map(({ externalId }) => externalId)).toEqual([
    "17990000000000007",
    "17990000000000008",
  ]);
});

test("seconds and milliseconds of the same moment are the same time", () => {
  expect(eventsOf("instagram/live-comment")[0]?.occurredAt).toBe(eventsOf("instagram/comment")[0]?.occurredAt);
  expect(eventsOf("instagram/time-in-words")[0]?.occurredAt).toBe("2026-10-05T08:15:30.000Z");
});

test("a mention names what the platform must be asked for", () => {
  const { events, ignored } = read("instagram/mentions");
  expect(events.slice(0, 2)).toMatchObject([
    {
      op: "message",
      externalId: "17990000000000006",
      threadId: "17880000000000077",
      kind: "mention",
      unreadable: "not-delivered",
    },
    { op: "message", externalId: "17880000000000078", unreadable: "not-delivered" },
  ]);
  expect(ignored).toEqual({ story_insights: 1 });
});

test("stories are kept by reference only", () => {
  expect(eventsOf("instagram/story-reply")).toMatchObject([
    { text: "Super offre", parentId: "story:18000000000000001", attachments: [{ type: "story", token: "none" }] },
  ]);
  expect(eventsOf("instagram/story-mention")).toMatchObject([{ attachments: [{ type: "story_mention" }] }]);
});

test("unsending, seeing and reacting are about the message", () => {
  expect(eventsOf("instagram/unsent-seen-and-reacted")).toMatchObject([
    { op: "delete", targetId: "aWdf-3" },
    { op: "read", targetId: "aWdf-9" },
    { op: "reaction", targetId: "aWdf-9", emoji: "👏" },
  ]);
});

test("echoes and standby are told apart from work", () => {
  expect(eventsOf("instagram/own-echo")).toMatchObject([{ direction: "outbound", contactId: LEA }]);
  expect(eventsOf("instagram/standby")).toMatchObject([{ handledElsewhere: true, text: "Encore moi" }]);
});

test("the dashboard's test button is understood, for standby too", () => {
  const [message, standby] = eventsOf("instagram/test-button");
  expect(message).toMatchObject({ op: "message", accountId: "0", text: "random_text" });
  expect(message).not.toHaveProperty("handledElsewhere");
  expect(standby).toMatchObject({ op: "message", handledElsewhere: true });
});

test("a comment is Instagram's whatever object it comes under, alone or in a list of deliveries", () => {
  for (const name of ["meta/list-of-deliveries", "meta/instagram-under-a-page"])
    expect(eventsOf(name)).toMatchObject([
      { op: "message", channel: "instagram.comment", accountId: accounts.instagram, contactId: LEA },
    ]);
});
