import { expect, test } from "vitest";
import type { Permission } from "../../web/inbox/data/api-types.ts";
import { emptyThread, withMessage, withNewest, withOlder } from "../../web/inbox/data/conversation/model.ts";
import { type Actor, mayClose, mayHandOn, mayTake } from "../../web/inbox/pages/conversation/action-model.ts";
import { counterOf, writingOf } from "../../web/inbox/pages/conversation/composer-model.ts";
import { bare, segmentsOf } from "../../web/inbox/pages/conversation/segment-model.ts";
import { timelineOf } from "../../web/inbox/pages/conversation/timeline-model.ts";
import { card, conversation, message } from "./card.ts";

const actor = (id: string, ...permissions: Permission[]): Actor => ({
  me: { agent: { id, name: id, role: "agent", entityId: "lumiere", teamIds: ["social"] } },
  can: (permission) => permissions.includes(permission),
});
const camille = actor("camille", "read", "reply");
const ines = actor("ines", "read", "reply", "assign");
const paul = actor("paul", "read");
const idsOf = (messages: readonly { id: string }[]) => messages.map(({ id }) => id);

const first = message({ id: "m_1", occurredAt: "2026-11-20T09:00:00.000Z" });
const second = message({ id: "m_2", occurredAt: "2026-11-22T09:00:00.000Z" });
const third = message({ id: "m_3", occurredAt: "2026-11-23T09:00:00.000Z" });

test("a fresh newest page keeps the older pages that were asked for", () => {
  const newest = withNewest(emptyThread(), conversation({ messages: [second], cursor: "before-2" }));
  const older = withOlder(newest, conversation({ messages: [first] }));
  const fresh = withNewest(older, conversation({ messages: [second, third], cursor: "before-2" }));
  expect(idsOf(fresh.messages)).toEqual(["m_1", "m_2", "m_3"]);
  expect(fresh.cursor).toBeUndefined();
});

test("where too much has come to meet what is shown, the thread shows no hole", () => {
  const shown = withNewest(emptyThread(), conversation({ messages: [first] }));
  const fresh = withNewest(shown, conversation({ messages: [third], cursor: "before-3" }));
  expect([idsOf(fresh.messages), fresh.cursor]).toEqual([["m_3"], "before-3"]);
});

test("an answer shown before the page was read is shown once after it", () => {
  const sent = message({ id: "m_3", direction: "outbound", delivery: "sending" });
  const shown = withMessage(emptyThread(), sent);
  const fresh = withNewest(shown, conversation({ messages: [{ ...sent, delivery: "sent" }] }));
  expect(fresh.messages.map(({ delivery }) => delivery)).toEqual(["sent"]);
});

test("a late answer to our own sending does not undo what the page already says", () => {
  const fresh = withNewest(emptyThread(), conversation({ messages: [{ ...third, delivery: "sent" }] }));
  expect(withMessage(fresh, { ...third, delivery: "sending" }).messages[0]?.delivery).toBe("sent");
});

test("messages and events stand in time, each day begun by its line, and what is being sent last", () => {
  const items = timelineOf({
    messages: [second, third],
    events: [
      { version: 2, at: "2026-11-23T10:00:00.000Z", type: "breached", actor: { kind: "system" } },
      { version: 3, at: "2026-11-23T10:01:00.000Z", type: "something-new", actor: { kind: "system" } },
    ],
    outgoing: [
      {
        key: "k",
        kind: "reply",
        text: "Bonjour",
        writtenAt: "2026-11-23T08:00:00.000Z",
        inboundSeen: 1,
        state: "sending",
      },
    ],
  });
  expect(items.map(({ kind }) => kind)).toEqual(["day", "message", "day", "message", "event", "outgoing"]);
});

test("a deadline that nears in steps is told once, and anew after an answer", () => {
  const types = ["at-risk", "assigned", "at-risk", "answered", "at-risk", "breached"];
  const events = types.map((type, index) => ({
    version: index,
    at: `2026-11-23T09:0${index}:00.000Z`,
    type,
    actor: { kind: "system" as const },
  }));
  const shown = timelineOf({ messages: [], events, outgoing: [] }).flatMap((item) =>
    item.kind === "event" ? [item.event.type] : [],
  );
  expect(shown).toEqual(["at-risk", "assigned", "at-risk", "breached"]);
});

test("handing over and closing are told as one move each, putting back on its own", () => {
  const at = "2026-11-23T09:00:00.000Z";
  const moves = [
    [1, "unassigned"],
    [1, "assigned"],
    [2, "unassigned"],
    [3, "unassigned"],
    [3, "closed"],
    [3, "woken"],
    [4, "unassigned"],
    [4, "moved"],
    [4, "snoozed"],
    [5, "woken"],
  ] as const;
  const events = moves.map(([version, type]) => ({ version, at, type, actor: { kind: "agent" as const, id: "ines" } }));
  const shown = timelineOf({ messages: [], events, outgoing: [] }).flatMap((item) =>
    item.kind === "event" ? [item.event.type] : [],
  );
  expect(shown).toEqual(["assigned", "unassigned", "closed", "moved", "snoozed", "woken"]);
});

test("an answer that is there although its acknowledgement was lost is not shown a second time", () => {
  const writtenAt = "2026-11-23T09:00:00.000Z";
  const outgoing = [{ key: "k", kind: "reply", text: "Oui", inboundSeen: 1, writtenAt, state: "retrying" }] as const;
  const arrived = message({ direction: "outbound", text: "Oui", occurredAt: "2026-11-23T09:00:01.000Z" });
  const earlier = message({ direction: "outbound", text: "Oui", occurredAt: "2026-11-22T09:00:00.000Z" });
  const kindsWith = (known: typeof arrived) =>
    timelineOf({ messages: [known], events: [], outgoing }).map(({ kind }) => kind);
  expect(kindsWith(arrived)).toEqual(["day", "message"]);
  expect(kindsWith(earlier)).toEqual(["day", "message", "day", "outgoing"]);
});

test("a redaction is cut out of the text as a mark, drawn without its brackets", () => {
  const text = "Ma carte [carte ••••1111] est bloquée";
  expect(segmentsOf(text, [{ kind: "card", start: 9, end: 25, rule: "card" }])).toEqual([
    { text: "Ma carte " },
    { text: "[carte ••••1111]", kind: "card" },
    { text: " est bloquée" },
  ]);
  expect(bare("[carte ••••1111]")).toBe("carte ••••1111");
});

test("a redaction that does not fit the text loses no letter of it", () => {
  const wrong = [
    { kind: "card", start: 2, end: 99, rule: "card" },
    { kind: "card", start: 4, end: 4, rule: "card" },
    { kind: "iban", start: 3, end: 5, rule: "iban" },
    { kind: "iban", start: 4, end: 6, rule: "iban" },
  ];
  expect(
    segmentsOf("abcdefgh", wrong)
      .map(({ text }) => text)
      .join(""),
  ).toBe("abcdefgh");
});

test("a free conversation can be taken by who answers, a colleague's only by who assigns", () => {
  expect(mayTake(card(), camille)).toBe(true);
  expect(mayTake(card({ assignee: "yanis" }), camille)).toBe(false);
  expect(mayTake(card({ assignee: "yanis" }), ines)).toBe(true);
  expect(mayTake(card(), paul)).toBe(false);
  expect(mayTake(card({ status: "closed" }), ines)).toBe(false);
});

test("a colleague's conversation is closed only by who assigns", () => {
  expect(mayClose(card(), camille)).toBe(true);
  expect(mayClose(card({ assignee: "camille" }), camille)).toBe(true);
  expect(mayClose(card({ assignee: "yanis" }), camille)).toBe(false);
  expect(mayClose(card({ assignee: "yanis" }), ines)).toBe(true);
  expect(mayClose(card(), paul)).toBe(false);
  expect(mayClose(card({ status: "closed" }), ines)).toBe(false);
});

test("one's own conversation can be put back, a colleague's only by who assigns", () => {
  expect(mayHandOn(card({ assignee: "camille" }), camille)).toBe(true);
  expect(mayHandOn(card({ assignee: "yanis" }), camille)).toBe(false);
  expect(mayHandOn(card({ assignee: "yanis" }), ines)).toBe(true);
});

test("an answer is written only where the platform and the colleagues allow it; a note always", () => {
  const now = Date.parse("2026-11-23T10:00:00.000Z");
  const write = (changes: Parameters<typeof card>[0], mode: "reply" | "note" = "reply", actor = camille) =>
    writingOf(card(changes), mode, actor, now);
  expect(write({})).toBe("open");
  expect(write({ status: "closed" })).toBe("closed");
  expect(write({ replyWindowClosesAt: "2026-11-23T09:59:00.000Z" })).toBe("window-closed");
  expect(write({ assignee: "yanis" })).toBe("held");
  expect(write({ elsewhere: "another-application" })).toBe("another-application");
  expect(write({ elsewhere: "encrypted" })).toBe("encrypted");
  expect(write({ elsewhere: "encrypted" }, "note")).toBe("open");
  expect(write({ assignee: "yanis" }, "reply", ines)).toBe("open");
  expect(write({ assignee: "yanis", status: "closed" }, "note")).toBe("open");
  expect(write({}, "note", paul)).toBe("read-only");
});

test("the counter warns before the channel's room is used up and says by how much it is exceeded", () => {
  expect(counterOf({ used: 100, limit: 280 })).toEqual({ left: 180, state: "quiet" });
  expect(counterOf({ used: 260, limit: 280 })).toEqual({ left: 20, state: "near" });
  expect(counterOf({ used: 280, limit: 280 })).toEqual({ left: 0, state: "near" });
  expect(counterOf({ used: 283, limit: 280 })).toEqual({ left: -3, state: "over" });
});

test("an answer that was taken back leaves the thread, older pages with it", () => {
  const said = conversation({ messages: [message({ id: "m_1" }), message({ id: "r_1" })], events: [] });
  const recalled = { version: 9, at: "2026-11-23T09:05:00.000Z", type: "recalled", actor: { kind: "agent" as const } };
  const after = conversation({ messages: [message({ id: "m_1" })], events: [recalled] });
  expect(idsOf(withNewest(withNewest(emptyThread(), said), after).messages)).toEqual(["m_1"]);
});

test("a reply that was sent in other words, or taken back, waits no more where it was shown", () => {
  for (const type of ["approval-changed", "approval-withdrawn"]) {
    const waiting = message({ id: "r_1", delivery: "awaiting-approval" });
    const said = conversation({ messages: [message({ id: "m_1" }), waiting], events: [] });
    const decided = { version: 9, at: "2026-11-23T09:05:00.000Z", type, actor: { kind: "agent" as const } };
    const after = conversation({ messages: [message({ id: "m_1" }), message({ id: "r_2" })], events: [decided] });
    expect(idsOf(withNewest(withNewest(emptyThread(), said), after).messages)).toEqual(["m_1", "r_2"]);
  }
});

test("a conversation that is opened begins with nothing of the one before", () => {
  emptyThread().messages.push(message());
  expect(emptyThread().messages).toEqual([]);
});
