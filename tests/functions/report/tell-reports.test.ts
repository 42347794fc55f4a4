import { afterAll, beforeAll, expect, test } from "vitest";
import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import * as Report from "#core/report";
import type * as Store from "#core/store";
import { tellReports } from "#functions/report";
import { obey } from "#functions/runtime";
import { type Bank, openBank } from "../../support/bank.ts";
import { at, policies, received, replied } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { atEveryCall } from "../../support/mishap.ts";

let database: TestDatabase;
let bank: Bank;
let minute = 0;
const now = () => at(minute);
beforeAll(async () => {
  database = await startTestDatabase();
  bank = await openBank(database, now);
});
afterAll(() => database.stop());

let conversations = 0;

/** A conversation of its own, asked, answered and closed, `rounds` times. */
const talk = async (rounds: number): Promise<Store.ConversationKey> => {
  conversations += 1;
  const key = { entityId: bank.entity.id, conversationId: `c_${conversations}` };
  const place = {
    ...key,
    teamId: "social",
    channel: "messenger",
    visibility: "private",
    accountId: "900100200301",
  } as const;
  minute = 0;
  for (let round = 0; round < rounds; round += 1) {
    const commands: readonly Conversation.Command[] = [
      received(`m_${round}`, now(), place),
      { type: "assign", agentId: "camille", by: "agent" },
      replied(`r_${round}`),
      { type: "accept", messageId: `r_${round}`, by: "platform", policies },
      { type: "close", outcome: "answered" },
    ];
    for (const command of commands) {
      minute += 7;
      const actor = { kind: "agent", id: "camille" } as const;
      await obey(bank.runtime(), key, { command, commitId: `${round}:${command.type}`, actor });
    }
  }
  return key;
};

/** What the whole log says, told in one go. */
const replayed = async (key: Store.ConversationKey): Promise<readonly Report.Fact[]> => {
  const head = await database.store.readHead(key);
  if (head === undefined) throw new Error("there is no conversation");
  let story: Report.Story | undefined;
  return (await database.store.readLog(key, head, 1, head.version)).flatMap((sealed) => {
    const told = Report.tell(story, Audit.openEntry<Conversation.ConversationEvent>(sealed), policies);
    story = told?.story;
    return told?.facts ?? [];
  });
};

const day = at(0).slice(0, 10);
const keptOf = async (entityId: string, on: string): Promise<readonly Report.Fact[]> =>
  (await database.store.listTold(entityId, on)).flatMap(({ facts }) => facts);

const figuresOf = (facts: readonly Report.Fact[]) => Report.sumUp(facts, ({ channel }) => channel, undefined);

test("what the reports keep is what the log says, to the last number, however often it is told", async () => {
  const keys = [await talk(1), await talk(3), await talk(9)];
  for (const key of [...keys, ...keys]) await tellReports(bank.runtime(), key);
  const kept = await keptOf(bank.entity.id, day);
  const told = (await Promise.all(keys.map(replayed))).flat();
  expect(figuresOf(kept)).toEqual(figuresOf(told));
  expect(figuresOf(kept).total).toMatchObject({ opened: 3, received: 13, reopened: 10, closed: { answered: 13 } });
});

test("two at work on one conversation tell nothing twice", async () => {
  const before = figuresOf(await keptOf(bank.entity.id, day)).total.received;
  const key = await talk(4);
  await Promise.all([1, 2, 3].map(() => tellReports(bank.runtime(), key)));
  await tellReports(bank.runtime(), key);
  expect(figuresOf(await keptOf(bank.entity.id, day)).total.received).toBe(before + 4);
});

test.each(["crash-before", "crash-after", "lost-answer"] as const)(
  "a %s at any call loses no fact and doubles none",
  async (mishap) => {
    const calls = await atEveryCall(database.client, mishap, async (client) => {
      const other = await openBank(database, now);
      bank = other;
      const key = await talk(1);
      const isWhole = await tellReports(other.runtime({ client }), key).then(
        () => true,
        // It died, or believed it had: the next message of the queue finds the rest.
        () => false,
      );
      await tellReports(other.runtime(), key);
      const kept = figuresOf(await keptOf(other.entity.id, day));
      expect(kept).toEqual(figuresOf(await replayed(key)));
      return isWhole;
    });
    expect(calls).toBeGreaterThan(5);
  },
);
