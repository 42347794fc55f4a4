import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiFault } from "../../web/inbox/data/api-fault.ts";
import { createChanges } from "../../web/inbox/data/changes.ts";
import { card } from "./card.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The API fails so often, then gives the cards. */
const changesAfter = (failures: readonly ApiFault[]) => {
  const left = [...failures];
  let asked = 0;
  const changes = createChanges({
    cards: async (ids) => {
      asked += 1;
      const fault = left.shift();
      if (fault) throw fault;
      return { items: ids.map((id) => card({ id })) };
    },
  });
  const heard: string[] = [];
  changes.listen({
    changed: (cards) => heard.push(...cards.map(({ id }) => id)),
    everything: () => heard.push("everything"),
  });
  return { changes, heard, asked: () => asked };
};

test("a change whose card cannot be read at that moment is not lost: it is read later", async () => {
  const { changes, heard } = changesAfter([new ApiFault("network"), new ApiFault("broken"), new ApiFault("broken")]);
  changes.touch(["c_1"]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(heard).toEqual(["c_1"]);
});

test("a card that can never be read has what is shown read again, and is asked for no more", async () => {
  const { asked, changes, heard } = changesAfter(Array.from({ length: 100 }, () => new ApiFault("broken")));
  changes.touch(["c_1"]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect([heard, asked()]).toEqual([["everything"], 9]);
});

test("what the API refuses is not asked for again", async () => {
  const { asked, changes, heard } = changesAfter([new ApiFault("forbidden")]);
  changes.touch(["c_1"]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([heard, asked()]).toEqual([[], 1]);
});
