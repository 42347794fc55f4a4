import { expect, test } from "vitest";
import * as Channel from "#core/channel";
import { accounts, bytes, eventsOf, read } from "./fixture.ts";

const LEA = "7700000000000001";
const MAREK = "7700000000000002";

test("a comment says who, where and when", () => {
  expect(eventsOf("facebook/comment")).toEqual([
    {
      op: "message",
      channel: "facebook.comment",
      visibility: "public",
      direction: "inbound",
      accountId: accounts.page,
      authorId: LEA,
      contactId: LEA,
      author: { name: "Léa Moreau" },
      externalId: "555000111_42",
      parentId: `${accounts.page}_555000111`,
      threadId: `${accounts.page}_555000111`,
      occurredAt: "2026-10-05T08:15:30.000Z",
      text: "Mon IBAN a changé, que faire ?",
      attachments: [],
    },
  ]);
});

test("the older shape names its author by number, every digit kept", () => {
  expect(eventsOf("facebook/comment-in-older-shape")).toMatchObject([
    { authorId: "9007199254740993111", author: { name: "Léa Moreau" } },
  ]);
});

test("a photo alone is a message, and its link's end is known", () => {
  expect(eventsOf("facebook/comment-with-photo-alone")).toMatchObject([
    { op: "message", attachments: [{ type: "photo", token: "none", expiresAt: "2026-10-10T06:17:36.000Z" }] },
  ]);
});

test("a comment whose author we may not see is a message all the same", () => {
  const [comment] = eventsOf("facebook/comment-without-author");
  expect(comment).toMatchObject({ op: "message", direction: "inbound", externalId: "555000111_44" });
  expect(comment).not.toHaveProperty("contactId");
});

test("the Page's own comment is outgoing", () => {
  expect(eventsOf("facebook/own-comment")).toMatchObject([{ direction: "outbound", parentId: "555000111_42" }]);
});

test("two edits within one second are two", () => {
  const [first, second] = eventsOf("facebook/comment-edited-twice");
  expect(first).toMatchObject({ op: "edit", targetId: "555000111_42", text: "Mon IBAN a changé hier" });
  expect(second?.occurredAt).toBe(first?.occurredAt);
  expect(second?.revision).not.toBe(first?.revision);
});

test("a removal without a time happened when it was sent, and brings no text", () => {
  const [removal] = eventsOf("facebook/comment-removed-without-time");
  expect(removal).toMatchObject({ op: "delete", targetId: "555000111_42", occurredAt: "2026-10-05T08:15:32.000Z" });
  expect(removal).not.toHaveProperty("text");
});

test("hiding and showing are about a comment and bring no text", () => {
  const events = eventsOf("facebook/comment-hidden-and-shown");
  expect(events.map(({ op, targetId }) => [op, targetId])).toEqual([
    ["hide", "555000111_42"],
    ["unhide", "555000111_42"],
  ]);
  for (const event of events) expect(event).not.toHaveProperty("text");
});

test("a visitor's post keeps every photo and its link", () => {
  const [post] = eventsOf("facebook/visitor-post-with-photos");
  expect(post).toMatchObject({ op: "message", externalId: `${accounts.page}_555000222`, contactId: MAREK });
  expect(post).not.toHaveProperty("parentId");
  expect(post?.attachments.map(({ reference }) => reference)).toEqual([
    "https://scontent.xx.fbcdn.net/a.jpg",
    "https://scontent.xx.fbcdn.net/b.jpg",
  ]);
  expect(post?.around).toEqual([{ kind: "link", text: "https://example.org/article" }]);
});

test("a photo post has its file in its link; a video known by its id needs the Page's token", () => {
  expect(eventsOf("facebook/photo-post-by-number")[0]?.attachments).toEqual([
    { type: "photo", reference: "https://scontent.xx.fbcdn.net/c.jpg", token: "none" },
  ]);
  expect(eventsOf("facebook/video-known-by-id")[0]?.attachments).toEqual([
    { type: "video", reference: "5550003", token: "account" },
  ]);
});

test("a mention comes with or without author and text", () => {
  expect(eventsOf("facebook/mention-in-a-comment")).toMatchObject([
    { op: "message", externalId: "1_9", parentId: "880_1", text: "Demandez à Banque Horizon" },
  ]);
  expect(eventsOf("facebook/mention-without-text")).toMatchObject([
    { op: "message", externalId: "880_2", contactId: MAREK, unreadable: "not-delivered" },
  ]);
});

test("a rating is a public message by its reviewer", () => {
  expect(eventsOf("facebook/rating")).toMatchObject([{ op: "message", contactId: MAREK, text: "Accueil lent" }]);
});

test("likes and reactions are never messages", () => {
  expect(eventsOf("facebook/reactions").map(({ op, kind, targetId }) => [op, kind, targetId])).toEqual([
    ["reaction", "angry", "555000111_42"],
    ["reaction_removed", "like", `${accounts.page}_555000111`],
    ["reaction", "wow", `${accounts.page}_555000111`],
  ]);
});

test("a reaction to a rating is about the rating, a comment on it answers it, and an older like names its author by user id", () => {
  const rating = { open_graph_story_id: 8_888, created_time: 1_790_000_000 };
  const changes = [
    { field: "ratings", value: { ...rating, item: "reaction", verb: "add", reaction_type: "sad", from: { id: "7" } } },
    {
      field: "ratings",
      value: { ...rating, item: "comment", verb: "add", comment_id: "8888_1", message: "Nous lisons" },
    },
    { field: "feed", value: { item: "like", verb: "add", post_id: "1_2", user_id: 7_711 } },
  ];
  const delivery = { object: "page", entry: [{ id: accounts.page, time: 1_790_000_000, changes }] };
  expect(Channel.normalise("meta", bytes(delivery)).events).toMatchObject([
    { op: "reaction", targetId: "8888", threadId: "8888", authorId: "7" },
    { op: "message", externalId: "8888_1", parentId: "8888", threadId: "8888" },
    { op: "reaction", targetId: "1_2", authorId: "7711" },
  ]);
});

test("an entry in a form nobody told us of is counted by the name of what it has", () => {
  const entry = [
    { id: accounts.page, time: 1, changed_fields: ["feed"] },
    { id: accounts.page, time: 1, changes: [] },
  ];
  expect(Channel.normalise("meta", bytes({ object: "page", entry })).ignored).toEqual({ changed_fields: 1 });
});

test("items and fields nobody told us of are counted and cost nothing beside them", () => {
  const { events, ignored } = read("facebook/unknown-among-known");
  expect(ignored).toEqual({ "constellation.add": 1, "video.mute": 1, parking: 1, picture: 1 });
  expect(events.filter(({ op }) => op === "message").map(({ externalId }) => externalId)).toEqual([
    "555000111_42",
    "555000111_46",
  ]);
});

test("a customer's words are a message whatever the item is called, an album is none", () => {
  const { events, ignored } = read("facebook/words-under-an-unknown-item");
  expect(events[0]).toMatchObject({ op: "message", contactId: MAREK, text: "Encore la queue ce matin" });
  expect(ignored).toEqual({ "album.add": 1 });
});

test("a comment on a post of ours in a group is read as on our Page", () => {
  expect(eventsOf("facebook/comment-in-a-group")).toMatchObject([
    { op: "message", externalId: "11_12", contactId: "7600000000000001", text: "Et pour les comptes joints ?" },
  ]);
});
