import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiFault } from "../../web/inbox/data/api-fault.ts";
import type { Message } from "../../web/inbox/data/api-types.ts";
import { createBatcher } from "../../web/inbox/data/coalesce.ts";
import { createSender } from "../../web/inbox/data/outgoing/sender.ts";
import { message } from "./card.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Attempt = { key: string; text: string };
const lost = () => Promise.reject(new ApiFault("network"));
const refused = () => Promise.reject(new ApiFault("refused", { status: 422, detail: "A card number" }));

/** An API that answers as `answers` say, one after the other, then always accepts. */
const senderOver = (...answers: (() => Promise<Message>)[]) => {
  const attempts: Attempt[] = [];
  const post = (_id: string, key: string, text: string) => {
    attempts.push({ key, text });
    return (answers.shift() ?? (() => Promise.resolve(message({ text }))))();
  };
  const accepted: string[] = [];
  const api = {
    reply: (id: string, key: string, { text }: { text: string }) => post(id, key, text),
    note: (id: string, key: string, { text }: { text: string }) => post(id, key, text),
  };
  const sender = createSender(api, (_id, { text }) => accepted.push(text));
  return { sender, attempts, accepted };
};

const ATTEMPTS = 5;
const manyLost = Array.from({ length: ATTEMPTS }, () => lost);

test("every attempt to send a reply carries the same key, and it counts once", async () => {
  const { sender, attempts, accepted } = senderOver(lost, lost);
  sender.send("c_1", { kind: "reply", text: "Bonjour", inboundSeen: 1 });
  await vi.runAllTimersAsync();
  expect(attempts).toHaveLength(3);
  expect(new Set(attempts.map(({ key }) => key)).size).toBe(1);
  expect(accepted).toEqual(["Bonjour"]);
  expect(sender.waiting("c_1")).toEqual([]);
});

test("a reply that is refused is not tried again and says why", async () => {
  const { sender, attempts } = senderOver(refused);
  sender.send("c_1", { kind: "reply", text: "4111 1111 1111 1111", inboundSeen: 1 });
  await vi.runAllTimersAsync();
  expect(attempts).toHaveLength(1);
  expect(sender.waiting("c_1")).toMatchObject([{ state: "refused", reason: "A card number" }]);
});

test("a reply never overtakes the one before it, and both leave in order when asked again", async () => {
  const { sender, attempts, accepted } = senderOver(...manyLost);
  sender.send("c_1", { kind: "reply", text: "First", inboundSeen: 1 });
  sender.send("c_1", { kind: "reply", text: "Second", inboundSeen: 1 });
  await vi.runAllTimersAsync();
  expect(attempts.map(({ text }) => text)).toEqual(Array.from({ length: ATTEMPTS }, () => "First"));
  expect(sender.waiting("c_1").map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  sender.retry("c_1");
  await vi.runAllTimersAsync();
  expect(accepted).toEqual(["First", "Second"]);
  expect(attempts.at(-2)?.key).toBe(attempts[0]?.key);
});

test("after an outage nothing leaves until the agent says so", async () => {
  const { sender, attempts, accepted } = senderOver(...manyLost);
  sender.send("c_1", { kind: "reply", text: "Stale", inboundSeen: 1 });
  await vi.runAllTimersAsync();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(attempts).toHaveLength(ATTEMPTS);
  expect(accepted).toEqual([]);
  expect(sender.waiting("c_1")).toMatchObject([{ state: "waiting" }]);
});

test("what could not leave and was discarded holds up nothing that is written after it", async () => {
  const { sender, accepted } = senderOver(...manyLost);
  sender.send("c_1", { kind: "reply", text: "First", inboundSeen: 1 });
  await vi.runAllTimersAsync();
  sender.discard("c_1", sender.waiting("c_1")[0]?.key ?? "");
  sender.send("c_1", { kind: "reply", text: "In other words", inboundSeen: 1 });
  await vi.runAllTimersAsync();
  expect([accepted, sender.waiting("c_1")]).toEqual([["In other words"], []]);
});

test("another conversation is not held up", async () => {
  const { sender, accepted } = senderOver(...manyLost);
  sender.send("c_1", { kind: "reply", text: "Held", inboundSeen: 1 });
  await vi.runAllTimersAsync();
  sender.send("c_2", { kind: "reply", text: "Free", inboundSeen: 1 });
  await vi.runAllTimersAsync();
  expect(accepted).toEqual(["Free"]);
});

test("a burst of changes is read in few batches, and the last one is not missed", async () => {
  const batches: string[][] = [];
  const touch = createBatcher(async (ids) => void batches.push(ids), 250);
  for (let number = 0; number < 20; number += 1) {
    touch([`c_${number % 4}`]);
    await vi.advanceTimersByTimeAsync(50);
  }
  touch(["last"]);
  await vi.runAllTimersAsync();
  expect(batches.length).toBeLessThanOrEqual(6);
  expect(batches.at(-1)).toContain("last");
});
