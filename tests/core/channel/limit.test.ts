import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import * as Channel from "#core/channel";

const used = (channel: Channel.Channel, text: string): number => Channel.countText(channel, text).used;

describe("counting as X does", () => {
  test.each([
    ["Hello, world! 👋", 16],
    ["👨‍👩‍👧‍👦", 2],
    ["🇫🇷👍🏽❤️", 6],
    ["#️⃣", 2],
    ["cafe\u0301", 4],
    ["İstanbul ğüşöç", 14],
    ["10.000,00₺", 11],
    ["مرحبا", 5],
    ["日本語", 6],
    ["“ ”", 3],
    ["…", 2],
    ["Écrivez-nous à aide@banque.example", 34],
    ["voir https://www.banque.fr/aide/carte-perdue?etape=2#haut", 28],
    ["(https://t.co/abc)", 25],
    ["bank.com/x", 23],
    ["Merci.", 6],
    ["@banque.fr", 10],
  ])("%s weighs %i", (text, weight) => {
    expect(used("x.mention", text)).toBe(weight);
  });

  test("a bare domain too long for a link's price pays its whole length", () => {
    expect(used("x.mention", "une-tres-longue-adresse-de-notre-banque.exemple")).toBe(47);
  });

  test("what holds no emoji is not cut into what is seen as characters, which takes long to make ready", () => {
    const cut = vi.spyOn(Intl.Segmenter.prototype, "segment");
    expect(used("x.mention", "Écrivez-nous : “日本語” 1* #2")).toBe(29);
    expect(cut).not.toHaveBeenCalled();
    expect(used("x.mention", "👋")).toBe(2);
    expect(cut).toHaveBeenCalled();
    cut.mockRestore();
  });

  test("a row of letters with accents is read once", () => {
    expect(used("x.mention", "é".repeat(300_000))).toBe(300_000);
  });
});

test("each channel counts in its own unit", () => {
  expect(Channel.countText("x.mention", "é")).toEqual({ used: 1, limit: 280 });
  expect(Channel.countText("x.dm", "👋")).toEqual({ used: 1, limit: 10_000 });
  expect(Channel.countText("messenger", "é👋")).toEqual({ used: 2, limit: 2_000 });
  expect(Channel.countText("instagram.dm", "é👋")).toEqual({ used: 6, limit: 1_000 });
  expect(Channel.countText("whatsapp", "é👋")).toEqual({ used: 2, limit: 4_096 });
});

test("a text never weighs less than a part of it, whatever the channel", () => {
  const channels = ["x.dm", "messenger", "instagram.dm", "instagram.comment", "whatsapp"] as const;
  fc.assert(
    fc.property(fc.constantFrom(...channels), fc.string({ unit: "grapheme" }), fc.string(), (channel, text, more) => {
      expect(used(channel, text + more)).toBeGreaterThanOrEqual(used(channel, text));
    }),
  );
});

describe("windows", () => {
  const last = "2026-10-05T08:00:00.000Z";
  const hoursOn = (hours: number): Channel.Instant => new Date(Date.parse(last) + hours * 3_600_000).toISOString();

  test.each(["messenger", "instagram.dm"] as const)(
    "%s: 24 hours free, then seven days for a person's own answer",
    (channel) => {
      const free = { open: true, mode: "free", closesAt: hoursOn(24) };
      const human = { open: true, mode: "human-agent", closesAt: hoursOn(24 * 7) };
      expect(Channel.replyWindow(channel, last, hoursOn(0))).toEqual(free);
      expect(Channel.replyWindow(channel, last, new Date(Date.parse(hoursOn(24)) - 1).toISOString())).toEqual(free);
      expect(Channel.replyWindow(channel, last, hoursOn(24))).toEqual(human);
      expect(Channel.replyWindow(channel, last, hoursOn(24 * 7))).toEqual({ open: false, mode: "closed" });
      expect(Channel.replyWindow(channel, undefined, hoursOn(0))).toEqual({ open: false, mode: "closed" });
    },
  );

  test("whatsapp: 24 hours free, then approved templates only", () => {
    expect(Channel.replyWindow("whatsapp", last, hoursOn(23))).toEqual({
      open: true,
      mode: "free",
      closesAt: hoursOn(24),
    });
    expect(Channel.replyWindow("whatsapp", last, hoursOn(24))).toEqual({ open: false, mode: "template-only" });
    expect(Channel.replyWindow("whatsapp", undefined, hoursOn(0))).toEqual({ open: false, mode: "template-only" });
  });

  test.each(["x.mention", "x.dm", "facebook.comment", "instagram.comment", "secure"] as const)(
    "%s never closes",
    (channel) => {
      expect(Channel.replyWindow(channel, undefined, hoursOn(9_999))).toEqual({ open: true, mode: "free" });
    },
  );

  test("a comment can be answered in private for seven days, where the platform has that", () => {
    expect(Channel.privateReplyWindow("facebook.comment", last, hoursOn(1))).toMatchObject({
      open: true,
      closesAt: hoursOn(168),
    });
    expect(Channel.privateReplyWindow("instagram.comment", last, hoursOn(168))).toEqual({
      open: false,
      mode: "closed",
    });
    expect(Channel.privateReplyWindow("x.mention", last, hoursOn(1))).toEqual({ open: false, mode: "closed" });
  });
});
