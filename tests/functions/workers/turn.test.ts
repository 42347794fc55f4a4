import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Clock from "#functions/clock";
import { createRuntime, type Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank, secrets } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";
import { answer as answerTo, ask } from "../../support/reply.ts";

const account = { platform: "x", accountId: "900100200300", teamId: "social", name: "Banque Imaginaire" } as const;
const tokens = createRuntime({ ...secrets, CHANNEL_TOKENS: JSON.stringify({ "x:900100200300": "token" }) }).secrets;

let database: TestDatabase;
let bank: Bank;
let minute = 0;
const now = () => at(minute);
/** To whom the platform delivered, in order, and how it answers the next one. */
let reached: string[];
let answer: () => Response;
const fetch: Runtime["fetch"] = async (url) => {
  const response = answer();
  if (response.ok) reached.push(String(url).split("/").at(-2) ?? "");
  return response;
};
const runtime = () => bank.runtime({ secrets: tokens, fetch });

beforeEach(async () => {
  database = await startTestDatabase();
  minute = 0;
  reached = [];
  answer = () => Response.json({ data: { dm_event_id: `e_${reached.length}_${minute}` } }, { status: 201 });
  bank = await openBank(database, now, { accounts: [account] });
});
afterEach(() => database.stop());

let questions = 0;

/** A private question at a minute, and an answer to it that waits to be delivered. */
const answered = async (askedAt: number, text = "Une question sur mon compte"): Promise<string> => {
  questions += 1;
  const contactId = `88${String(questions).padStart(4, "0")}`;
  const place = { channel: "x.dm", visibility: "private", accountId: account.accountId } as const;
  const question = await ask(bank, {
    ...place,
    contactId,
    threadId: contactId,
    externalId: `7${questions}`,
    occurredAt: at(askedAt),
    text,
  });
  const key = await answerTo({ bank, database }, question, { messageId: `m_reply_${questions}` });
  keys.set(contactId, key);
  return contactId;
};
const keys = new Map<string, { entityId: string; conversationId: string }>();

const outboxOf = async (contactId: string) => {
  const key = keys.get(contactId);
  return key === undefined ? undefined : (await database.store.readHead(key))?.state.outbox;
};

/** Everything that is queued for delivery, each in a group of its own; then whatever the clock finds due. */
const deliver = async () => {
  const work = async () => Workers.deliver(runtime())(queueEvent(...bank.take("deliver")));
  await work();
  await Clock.tick(runtime());
  await work();
};

describe("X takes fifteen private messages in fifteen minutes", () => {
  test("twelve go out, the others wait and are told when, and go by deadline without anybody's help", async () => {
    const contacts: string[] = [];
    for (let index = 0; index < 14; index += 1) contacts.push(await answered(-index));
    await deliver();
    expect(reached).toHaveLength(12);
    const waiting = contacts.filter((contact) => !reached.includes(contact));
    for (const contact of waiting) {
      expect(await outboxOf(contact)).toMatchObject([
        { state: "queued", attempts: 0, code: "send.waits-turn", notBefore: at(15) },
      ]);
    }
    minute = 14;
    await deliver();
    expect(reached).toHaveLength(12);
    minute = 15;
    await deliver();
    expect(reached).toHaveLength(14);
    for (const contact of contacts) expect(await outboxOf(contact)).toEqual([]);
  });

  test("of those that wait the earliest deadline is next, however late it joined the line", async () => {
    for (let index = 0; index < 12; index += 1) await answered(0);
    await deliver();
    const late: string[] = [];
    for (let index = 0; index < 13; index += 1) late.push(await answered(0));
    await deliver();
    const early = await answered(-90);
    await deliver();
    expect(await outboxOf(early)).toMatchObject([{ notBefore: at(15) }]);
    minute = 15;
    await deliver();
    await deliver();
    expect(reached).toHaveLength(24);
    expect(reached).toContain(early);
    const left = late.filter((contact) => !reached.includes(contact));
    expect(left).toHaveLength(2);
    minute = 30;
    await deliver();
    expect(reached).toHaveLength(26);
  });

  test("what cannot wait does not", async () => {
    for (let index = 0; index < 13; index += 1) await answered(0);
    await deliver();
    expect(reached).toHaveLength(12);
    const urgent = await answered(0, "On m'a volé ma carte, il y a une fraude sur mon compte en ce moment");
    await deliver();
    expect(reached.at(-1)).toBe(urgent);
  });

  test("a message of the queue that is delivered twice takes one turn", async () => {
    await answered(0);
    const [body = ""] = bank.take("deliver");
    await Promise.all(Array.from({ length: 4 }, () => Workers.deliver(runtime())(queueEvent(body))));
    expect(reached).toHaveLength(1);
    const key = { entityId: bank.entity.id, platform: "x", accountId: account.accountId, activity: "dm" } as const;
    expect((await database.store.readBudget(key)).windows[0]?.used).toBe(1);
  });
});

test("a refusal for coming too often is no failure of the reply: it waits until the platform's own time, and so do the next", async () => {
  const first = await answered(0);
  answer = () =>
    Response.json(
      { title: "Too Many Requests" },
      {
        status: 429,
        headers: {
          date: new Date(now()).toUTCString(),
          "x-rate-limit-limit": "15",
          "x-rate-limit-remaining": "0",
          "x-rate-limit-reset": String(Date.parse(at(7)) / 1000),
        },
      },
    );
  await deliver();
  const second = await answered(0);
  await deliver();
  expect(await outboxOf(first)).toMatchObject([{ state: "queued", notBefore: at(7), code: "send.rate-limited" }]);
  expect(await outboxOf(second)).toMatchObject([{ state: "queued", notBefore: at(7), code: "send.waits-turn" }]);
  answer = () => Response.json({ data: { dm_event_id: "e_later" } }, { status: 201 });
  minute = 7;
  await deliver();
  expect(reached.toSorted()).toEqual([first, second].toSorted());
});
