import { expect, test } from "vitest";
import { nameOf, newsOf } from "../../web/inbox/data/news/model.ts";
import { en } from "../../web/inbox/language/en/index.ts";
import { sentencesOf } from "../../web/inbox/ui/announcer/model.ts";
import { card } from "./card.ts";

const kindsOf = (news: ReturnType<typeof newsOf>) => news.map(({ kind }) => kind);

test("a customer's new message is news, our own answer is not", () => {
  const before = card();
  const wrote = card({ version: 2, lastMessageAt: "2026-11-23T09:05:00.000Z" });
  const answered = card({ version: 3, awaiting: false, lastMessageAt: "2026-11-23T09:10:00.000Z" });
  expect(kindsOf(newsOf(before, wrote))).toEqual(["message"]);
  expect(kindsOf(newsOf(wrote, answered))).toEqual([]);
});

test("a second message within the same second is news too", () => {
  expect(kindsOf(newsOf(card(), card({ version: 2, preview: "Et mon virement ?" })))).toEqual(["message"]);
});

test("a deadline that passes is told once, and not for one that had passed before it was seen", () => {
  const late = card({ version: 2, breached: true });
  expect(kindsOf(newsOf(card(), late))).toEqual(["breach"]);
  expect(kindsOf(newsOf(late, { ...late, version: 3 }))).toEqual([]);
  expect(kindsOf(newsOf(undefined, late))).not.toContain("breach");
});

test("a busy moment is two sentences, not a flood", () => {
  const message = (id: string) => ({ kind: "message", id, name: `Customer ${id}` }) as const;
  const breach = { kind: "breach", id: "a", name: "Léa" } as const;
  const said = sentencesOf([message("a"), message("b"), message("b"), message("c"), breach], en);
  expect(said).toEqual({ polite: "3 new messages", assertive: "Deadline passed: Léa" });
});

test("a customer without a name is called by the handle, as the platform writes it", () => {
  expect(nameOf(card({ contact: { handle: "lea" } }))).toBe("@lea");
  expect(nameOf(card({ contact: { handle: "lea" }, channel: "facebook.comment" }))).toBe("lea");
});

test("a customer without a name is still announced", () => {
  expect(sentencesOf([{ kind: "message", id: "a", name: "" }], en).polite).toBe("New message from Unknown customer");
});
