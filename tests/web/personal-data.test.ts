import { expect, test } from "vitest";
import { withNewest } from "../../web/inbox/data/conversation/model.ts";
import { isTakeable, keptPlace, placeOf, shownText } from "../../web/inbox/pages/conversation/personal-data-model.ts";
import { conversation, message } from "./card.ts";

test("a selection is found as a word before it is found inside another", () => {
  expect(placeOf("Marinette, appelez Marin", "Marin")).toEqual({ start: 19, end: 24 });
  expect(placeOf("Marinette", "Marin")).toEqual({ start: 0, end: 5 });
  expect(placeOf("Ma carte [carte ••••1111]", "Ma carte carte")).toBeUndefined();
  expect(placeOf("Bonjour", "  ")).toBeUndefined();
});

test("line breaks of two characters do not move what is taken out", () => {
  const text = "un\r\ndeux\r\ntrois";
  const shown = shownText(text);
  const at = shown.indexOf("trois");
  expect(text.slice(keptPlace(text, at), keptPlace(text, at + 5))).toBe("trois");
});

test("blanks and what is gone already cannot be taken out", () => {
  const text = "Ma [carte ••••1111] 💳 est là";
  const redactions = [{ kind: "card", start: 3, end: 19, rule: "card" }];
  expect(isTakeable(text, { start: 2, end: 22 }, redactions)).toBe(false);
  expect(isTakeable(text, { start: 0, end: 19 }, redactions)).toBe(true);
});

test("after a redaction nothing older stays on the screen unread", () => {
  const event = { version: 9, at: "2026-11-23T09:05:00.000Z", type: "redacted", actor: { kind: "agent" as const } };
  const shown = {
    messages: [message({ id: "m_0", occurredAt: "2026-11-22T09:00:00.000Z", text: "Zéphyrine" }), message()],
    events: [{ ...event, version: 1, type: "opened" }],
    cursor: undefined,
  };
  const page = conversation({ messages: [message()], events: [event], cursor: "older" });
  const fresh = withNewest(shown, page);
  expect(fresh.messages.map(({ id }) => id)).toEqual(["m_1"]);
  expect(fresh.cursor).toBe("older");
  expect(withNewest({ ...shown, events: [event] }, page).messages).toHaveLength(2);
});
