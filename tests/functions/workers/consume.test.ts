import { expect, test } from "vitest";
import { Fault } from "#core/fault";
import { createLog } from "#functions/runtime";
import { consume, consumeAlike } from "../../../functions/workers/consume.ts";
import { queueEvent } from "../../support/queue-event.ts";

const logs: string[] = [];
const log = createLog(
  (line) => logs.push(line),
  () => "2026-11-23T09:00:00.000Z",
);

test("a failed message holds back only the later ones of its own group", async () => {
  const done: unknown[] = [];
  const consumer = consume({ log }, "inbound", async (body) => {
    if (body === "bad") throw new Fault("request.invalid");
    done.push(body);
  });
  const { batchItemFailures } = await consumer(
    queueEvent(
      { body: '"a1"', group: "a" },
      { body: '"bad"', group: "b" },
      { body: '"b2"', group: "b" },
      { body: '"a2"', group: "a" },
    ),
  );
  expect(done.toSorted()).toEqual(["a1", "a2"]);
  expect(batchItemFailures.map((failure) => failure.itemIdentifier).toSorted()).toEqual(["record-1", "record-2"]);
});

test("an error's own words never reach the log", async () => {
  const consumer = consume({ log }, "inbound", async () => {
    throw new SyntaxError('Unexpected token in "4111111111111111"');
  });
  await consumer(queueEvent('{"a":1}', "{broken 4111111111111111"));
  expect(logs.join()).toContain("SyntaxError");
  expect(logs.join()).toContain("request.invalid");
  expect(logs.join()).not.toContain("4111");
});

test("messages that say the same are worked on once, and come back together where that fails", async () => {
  const done: unknown[] = [];
  const consumer = consumeAlike({ log }, "route", async (body) => {
    done.push(body);
    if (body === "bad") throw new Fault("request.invalid");
  });
  const { batchItemFailures } = await consumer(queueEvent('"a"', '"bad"', '"a"', '"bad"', '"b"'));
  expect(done.toSorted()).toEqual(["a", "b", "bad"]);
  expect(batchItemFailures.map((failure) => failure.itemIdentifier).toSorted()).toEqual(["record-1", "record-3"]);
});
