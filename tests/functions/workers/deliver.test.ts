import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Account from "#core/account";
import { Fault } from "#core/fault";
import * as Clock from "#functions/clock";
import { createLog, createRuntime, type Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank, secrets } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { queueEvent } from "../../support/queue-event.ts";
import { waitingReply } from "../../support/reply.ts";

let database: TestDatabase;
let bank: Bank;
let minute = 0;
const now = () => at(minute);
beforeAll(async () => {
  database = await startTestDatabase();
  bank = await openBank(database, now);
});
afterAll(() => database.stop());

const withReply = () => {
  minute = 0;
  return waitingReply({ bank, database });
};

/** A platform that answers by the list, one each time, and counts the calls. */
const platformOf = (...answers: readonly (() => Response)[]) => {
  let calls = 0;
  const fetch: Runtime["fetch"] = async () => {
    calls += 1;
    return (answers[calls - 1] ?? answers.at(-1) ?? Response.error)();
  };
  return { fetch, calls: () => calls };
};

const unauthorized = () => Response.json({ error: { code: 190 } }, { status: 401 });
const unavailable = () => new Response(undefined, { status: 503 });
const taken = () => Response.json({ id: "900100200301_99" });

describe("a secret that is of no use sends nothing, and the reply waits for a better one", () => {
  test.each([
    ["tokens that are no JSON", "CHANNEL_TOKENS", "{not json"],
    ["a token with a line's end in it", "CHANNEL_TOKENS", JSON.stringify({ "facebook:900100200301": "page\ntoken" })],
    ["an app secret of nothing but a comma", "META_APP_SECRET", ","],
  ])("%s", async (_, name, value) => {
    const { outbox, record } = await withReply();
    const { calls, fetch } = platformOf(taken);
    const lines: string[] = [];
    const log = createLog((line) => lines.push(line), now);
    const { queues, store } = bank.runtime();
    const broken = createRuntime({ ...secrets, [name]: value }, { queues, store }).secrets;
    await Workers.deliver(bank.runtime({ fetch, log, secrets: broken }))(queueEvent(record));
    expect(calls()).toBe(0);
    expect(await outbox()).toMatchObject([{ state: "queued", attempts: 0 }]);
    const errors = lines.filter((line) => JSON.parse(line).level === "error");
    expect(errors.map((line) => JSON.parse(line).error)).toEqual(["configuration.invalid"]);
    expect(errors.join()).not.toMatch(/page|not json/);

    minute = 1;
    await Clock.tick(bank.runtime());
    const again = bank.take("deliver").filter((body) => JSON.parse(body).messageId === JSON.parse(record).messageId);
    await Workers.deliver(bank.runtime({ fetch }))(queueEvent(...again));
    expect(calls()).toBe(1);
    expect(await outbox()).toEqual([]);
  });
});

test("a table out of reach is no matter for a person: the queue brings the reply again", async () => {
  const { outbox, record } = await withReply();
  const { calls, fetch } = platformOf(taken);
  const { store } = bank.runtime();
  const away = { ...store, readCredential: () => Promise.reject(new Fault("store.unavailable")) };
  const answer = await Workers.deliver(bank.runtime({ fetch, store: away }))(queueEvent(record));
  expect([answer.batchItemFailures.length, calls()]).toEqual([1, 0]);
  await Workers.deliver(bank.runtime({ fetch }))(queueEvent(record));
  expect([await outbox(), calls()]).toEqual([[], 1]);
});

describe("a reply that is refused for now", () => {
  /** Delivers it again and again, whenever it is due, until it is over. */
  const deliverAll = async (fetch: Runtime["fetch"], { outbox, record }: Awaited<ReturnType<typeof withReply>>) => {
    for (let tries = 0; tries < 60 && (await outbox()).length > 0; tries += 1) {
      await Workers.deliver(bank.runtime({ fetch }))(queueEvent(record));
      minute += 30;
    }
  };

  test("waits while its account is disconnected, however long, and asks the platform nothing", async () => {
    const reply = await withReply();
    const { calls, fetch } = platformOf(unauthorized, unavailable, taken);
    for (let hours = 0; hours < 12; hours += 1) {
      await Workers.deliver(bank.runtime({ fetch }))(queueEvent(reply.record));
      minute += 60;
    }
    expect(calls()).toBe(1);
    expect(await reply.outbox()).toMatchObject([{ state: "queued", code: "send.disconnected" }]);
    const account = { entityId: bank.entity.id, platform: "facebook", accountId: "900100200301" };
    await database.store.changeHealth(account, Account.reconnect);
    await deliverAll(fetch, reply);
    expect(calls()).toBe(3);
    const { count } = await historyOf(database, reply.key);
    expect([count("sent"), count("failed")]).toEqual([1, 0]);
  });

  test("fails after eight refusals, and does not promise another try", async () => {
    const reply = await withReply();
    const { calls, fetch } = platformOf(unavailable);
    await deliverAll(fetch, reply);
    expect(calls()).toBe(8);
    const { events } = await historyOf(database, reply.key);
    expect(events.find((event) => event.type === "failed")).toMatchObject({ code: "send.gave-up" });
  });
});
