import { afterEach, beforeEach, expect, test } from "vitest";
import * as Account from "#core/account";
import type * as Channel from "#core/channel";
import { createRuntime, type Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank, secrets } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";

const x = { platform: "x", accountId: "900100200300", teamId: "social", name: "Banque Imaginaire" } as const;
const page = { platform: "facebook", accountId: "900100200301", teamId: "social", name: "Banque Imaginaire" } as const;
const tokens = createRuntime({
  ...secrets,
  CHANNEL_TOKENS: JSON.stringify({ "x:900100200300": "token", "facebook:900100200301": "page-token" }),
}).secrets;

let database: TestDatabase;
let bank: Bank;
let minute = 0;
const now = () => at(minute);
/** How often a platform was asked, and what it answers. */
let asked: number;
let answer: () => Response;
const fetch: Runtime["fetch"] = async () => {
  asked += 1;
  return answer();
};
const runtime = () => bank.runtime({ secrets: tokens, fetch });

beforeEach(async () => {
  database = await startTestDatabase();
  minute = 0;
  asked = 0;
  answer = () => Response.json({ data: { id: "71", text: "" } });
  bank = await openBank(database, now, { accounts: [x, page] });
});
afterEach(() => database.stop());

/** A card that everybody can read, and the question whether it still stands. */
const exposed = async (channel: Channel.PlatformChannel, accountId: string) => {
  const said = await bank.prepare({
    op: "message",
    channel,
    accountId,
    contactId: "8801",
    threadId: "71",
    externalId: "71",
    occurredAt: at(0),
    text: "Ma carte 4111 1111 1111 1111 est refusée",
  });
  await Workers.ingest(runtime())(queueEvent({ body: JSON.stringify(said), group: said.groupId }));
  const key = { entityId: bank.entity.id, conversationId: said.conversationId ?? "" };
  return {
    look: () =>
      Workers.deliver(runtime())(queueEvent(JSON.stringify({ ...key, messageId: said.messageId, action: "check" }))),
    checks: async () => (await database.store.readHead(key))?.state.exposures?.[0]?.checks ?? 0,
  };
};

test("a look waits where the account has used up its looks, costs no try, and is taken in the next window", async () => {
  const { checks, look } = await exposed("x.mention", x.accountId);
  const key = { entityId: bank.entity.id, platform: "x", accountId: x.accountId, activity: "look" } as const;
  const [rate] = Account.countedAs({ channel: "x.mention", action: "look" }).rates;
  const used = { windows: [{ endsAt: at(16), used: rate?.limit ?? 0 }], granted: [] };
  await database.store.changeBudget(key, () => used);
  minute = 3;
  await look();
  await look();
  expect([asked, await checks()]).toEqual([0, 0]);
  minute = 17;
  await look();
  expect([asked, await checks()]).toEqual([1, 1]);
  expect((await database.store.readBudget(key)).windows[0]?.used).toBe(1);
});

test("Meta's usage near its limit makes looks wait, and a look tells of it", async () => {
  const { checks, look } = await exposed("facebook.comment", page.accountId);
  answer = () => Response.json({ id: "71" }, { headers: { "x-app-usage": '{"call_count":92}' } });
  minute = 3;
  await look();
  expect([asked, await checks()]).toEqual([1, 1]);
  const other = await exposed("facebook.comment", page.accountId);
  minute = 7;
  await other.look();
  expect(asked).toBe(1);
  minute = 14;
  await other.look();
  expect(asked).toBe(2);
});

test("nothing is asked in the name of an account that has to be connected again", async () => {
  const { checks, look } = await exposed("x.mention", x.accountId);
  minute = 3;
  answer = () => Response.json({ title: "Unauthorized" }, { status: 401 });
  await look();
  minute = 30;
  await look();
  expect([asked, await checks()]).toEqual([1, 1]);
});
