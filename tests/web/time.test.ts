import { expect, test } from "vitest";
import { deadlineOf } from "../../web/inbox/ui/deadline-model.ts";
import { initialsOf } from "../../web/inbox/ui/initials-model.ts";
import { daysText, dayText, durationText, todayIn } from "../../web/inbox/ui/time-model.ts";
import { card } from "./card.ts";

const minute = 60_000;
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test.each([
  [0, "0 s", "0 s"],
  [-5 * minute, "0 s", "0 s"],
  [32_000, "32 s", "32 s"],
  [4 * minute + 32_000, "4 min 32 s", "4 min 32 s"],
  [4 * minute, "4 min", "4 min"],
  [42 * minute + 59_000, "42 min", "42 min"],
  [102 * minute, "1 h 42 min", "1 h 42 min"],
  [120 * minute, "2 h", "2 h"],
  [51 * 60 * minute, "2 d 3 h", "2 j 3 h"],
])("%i milliseconds are %s", (milliseconds, english, french) => {
  expect(plain(durationText(milliseconds, "en"))).toBe(english);
  expect(plain(durationText(milliseconds, "fr"))).toBe(french);
});

test("a deadline that has passed counts as breached before the server says so", () => {
  const dueAt = "2026-11-23T11:00:00.000Z";
  const at = (text: string) => deadlineOf(card({ dueAt }), Date.parse(text));
  expect(at("2026-11-23T10:59:00.000Z")).toEqual({ state: "calm", ms: minute });
  expect(at("2026-11-23T11:02:00.000Z")).toEqual({ state: "breached", ms: 2 * minute });
});

test("who was answered has no countdown, and who is closed neither", () => {
  expect(deadlineOf(card({ dueAt: null, awaiting: false }), 0).state).toBe("answered");
  expect(deadlineOf(card({ dueAt: null, awaiting: true }), 0).state).toBe("none");
  expect(deadlineOf(card({ status: "closed" }), 0).state).toBe("closed");
});

test("days are named as people name them", () => {
  const words = { today: "Today", yesterday: "Yesterday" };
  const now = new Date(2026, 10, 23, 12).getTime();
  const on = (day: number) => dayText(new Date(2026, 10, day, 9).toISOString(), now, "en", words);
  expect([on(23), on(22), on(20)]).toEqual(["Today", "Yesterday", "Friday 20 November"]);
});

test("initials are whole letters of the first and the last name", () => {
  expect(["Camille Moreau", "Inès", "élodie de la Tour", "𝒜da Byron", ""].map(initialsOf)).toEqual([
    "CM",
    "I",
    "ÉT",
    "𝒜B",
    "",
  ]);
});

test("today is the bank's, wherever its reader is", () => {
  const late = Date.parse("2026-11-23T23:30:00.000Z");
  expect(todayIn("Europe/Paris", late)).toBe("2026-11-24");
  expect(todayIn("America/Martinique", late)).toBe("2026-11-23");
});

test("days from one to another are told as they are said", () => {
  expect(daysText("2026-11-02", "2026-11-08", "en")).toMatch(/^2\s?–\s?8 November 2026$/);
  expect(daysText("2026-11-02", "2026-11-02", "fr")).toBe("2 novembre 2026");
});
