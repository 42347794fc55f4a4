import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lookWhenAsked } from "../../web/inbox/data/asked.ts";
import { createChanges } from "../../web/inbox/data/changes.ts";

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

/** What looks, on a line as it is; `due`: when the next thing is due by the passing of time alone. */
const looking = (line: { state: "online" | "offline" }, due: () => number | undefined = () => undefined) => {
  const changes = createChanges({ cards: async () => ({ items: [] }) });
  const look = vi.fn(async () => due());
  const end = createRoot((dispose) => {
    lookWhenAsked({ changes, live: () => line.state }, "mentions", look);
    return dispose;
  });
  return { changes, end, looks: () => look.mock.calls.length };
};

test("on a line that stands nothing is looked up without a reason", async () => {
  const { changes, looks } = looking({ state: "online" });
  await minutes(600);
  expect(looks()).toBe(0);
  changes.ask("approvals");
  expect(looks()).toBe(0);
  changes.ask("mentions");
  expect(looks()).toBe(1);
  // Something may have been missed.
  changes.everything();
  expect(looks()).toBe(2);
});

test("while the line is down it is looked up every minute, and no more once it stands again", async () => {
  const line: { state: "online" | "offline" } = { state: "offline" };
  const { looks } = looking(line);
  await minutes(3);
  expect(looks()).toBe(3);
  line.state = "online";
  await minutes(30);
  expect(looks()).toBe(3);
});

test("what is due by the passing of time alone is looked up then, by a clock that is wrong not all the time", async () => {
  const { changes, looks } = looking({ state: "online" }, () => (looks() < 2 ? 10 * 60_000 : undefined));
  changes.ask("mentions");
  await minutes(9);
  expect(looks()).toBe(1);
  await minutes(2);
  expect(looks()).toBe(2);
  const late = looking({ state: "online" }, () => -1);
  late.changes.ask("mentions");
  await minutes(1);
  expect(late.looks()).toBeLessThanOrEqual(5);
});

test("whoever has left looks at nothing", async () => {
  const { changes, end, looks } = looking({ state: "offline" }, () => 60_000);
  changes.ask("mentions");
  await minutes(0);
  end();
  changes.ask("mentions");
  await minutes(30);
  expect(looks()).toBe(1);
});
