import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type * as Store from "#core/store";
import * as Clock from "#functions/clock";
import type { Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { atEveryCall, betweenCalls, everyCallTimeout } from "../../support/mishap.ts";
import { queueEvent } from "../../support/queue-event.ts";
import { waitingReply } from "../../support/reply.ts";

vi.setConfig({ testTimeout: everyCallTimeout });

const mishaps = ["crash-before", "crash-after", "lost-answer"] as const;

let database: TestDatabase;
let bank: Bank;
let minute = 0;
const now = () => at(minute);
// The clock visits every bank of a table: one each time.
beforeEach(async () => {
  await database?.stop();
  database = await startTestDatabase();
  bank = await openBank(database, now);
});
afterAll(() => database.stop());

/** The platform: takes every reply, and remembers. */
const createPlatform = () => {
  const taken: unknown[] = [];
  const fetch: Runtime["fetch"] = async (_, request) => {
    taken.push(JSON.parse(String(request?.body)));
    return Response.json({ id: "900100200301_99" });
  };
  return { fetch, taken };
};

const withReply = async () => {
  minute = 0;
  return { ...(await waitingReply({ bank, database })), ...createPlatform() };
};

/** Some minutes of the clock; whatever it queues is delivered. */
const passTime = async (fetch: Runtime["fetch"], minutes = [2, 5]): Promise<void> => {
  for (minute of minutes) {
    await Clock.tick(bank.runtime());
    for (const body of bank.take("deliver")) await Workers.deliver(bank.runtime({ fetch }))(queueEvent(body));
  }
};

/** At the platform at most once; and then known as sent or uncertain, never as anything else. */
const expectSettled = async (key: Store.ConversationKey, taken: readonly unknown[]): Promise<"sent" | "uncertain"> => {
  const { count, head } = await historyOf(database, key);
  expect(taken.length).toBeLessThanOrEqual(1);
  const isSent = count("sent") === 1 && head.state.outbox.length === 0;
  const isUncertain = count("sent") === 0 && head.state.outbox[0]?.state === "uncertain";
  expect([isSent, isUncertain]).toContain(true);
  if (isSent) expect(taken).toEqual([{ message: "Nous nous en occupons." }]);
  return isSent ? "sent" : "uncertain";
};

describe.each(mishaps)("%s at every call of deliver", (mishap) => {
  test("a reply reaches the platform at most once, and ends sent or uncertain", async () => {
    const ends: string[] = [];
    await atEveryCall(database.client, mishap, async (client) => {
      const { fetch, key, record, taken } = await withReply();
      const { batchItemFailures } = await Workers.deliver(bank.runtime({ client, fetch }))(queueEvent(record));
      await Workers.deliver(bank.runtime({ fetch }))(queueEvent(record));
      await passTime(fetch);
      ends.push(await expectSettled(key, taken));
      return batchItemFailures.length === 0;
    });
    expect(ends.at(0)).toBe("sent");
    expect(ends.at(-1)).toBe("sent");
    expect(ends).toContain("uncertain");
  });

  test("the clock alone brings a reply to its end when its message is never seen again", async () => {
    await atEveryCall(database.client, mishap, async (client) => {
      const { fetch, key, record, taken } = await withReply();
      const { batchItemFailures } = await Workers.deliver(bank.runtime({ client, fetch }))(queueEvent(record));
      await passTime(fetch);
      await expectSettled(key, taken);
      return batchItemFailures.length === 0;
    });
  });

  test("a clock that fails anywhere loses nothing and sends nothing twice", async () => {
    await atEveryCall(database.client, mishap, async (client) => {
      const { fetch, key, taken } = await withReply();
      minute = 1;
      let isUntouched = true;
      const fail = () => {
        isUntouched = false;
      };
      const log: Runtime["log"] = { ...bank.runtime().log, error: fail };
      await Clock.tick(bank.runtime({ client, log })).catch(fail);
      await passTime(fetch, [2]);
      expect(await expectSettled(key, taken)).toBe("sent");
      return isUntouched;
    });
  });
});

test("between any two calls of a delivery another one passes whole: the reply is sent once", async () => {
  await betweenCalls(database.client, async (interrupted) => {
    const { fetch, key, record, taken } = await withReply();
    const client = interrupted(async () => {
      await Workers.deliver(bank.runtime({ fetch }))(queueEvent(record));
    });
    await Workers.deliver(bank.runtime({ client, fetch }))(queueEvent(record));
    expect(await expectSettled(key, taken)).toBe("sent");
  });
});
