import { expect, test } from "vitest";
import { withStep } from "../../web/inbox/pages/sorting/step-model.ts";

const take = { does: "take" } as const;
const close = { does: "close", outcome: "answered" } as const;
const sleep = { does: "snooze", hours: 24 } as const;

test("a macro closes last, whatever is added afterwards", () => {
  expect(withStep([take, close], sleep)).toEqual([take, sleep, close]);
});

test("what a conversation has one of is set once, by the step that was added last", () => {
  const spam = { does: "close", reason: "spam" } as const;
  expect(withStep([take, close], spam)).toEqual([take, spam]);
  const tags = [
    { does: "tag", tagId: "a" },
    { does: "tag", tagId: "b" },
  ] as const;
  expect(tags.reduce(withStep, [])).toEqual(tags);
  expect(withStep([...tags], { does: "untag", tagId: "a" })).toEqual([tags[1], { does: "untag", tagId: "a" }]);
});
