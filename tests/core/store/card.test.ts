import { GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import { at, keyOf, labelled, opening, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const commit = (key: Store.ConversationKey, command: Conversation.Command, label: Conversation.Label = {}) =>
  database.store.commit(key, {
    commitId: `${command.type}:${key.conversationId}`,
    actor: { kind: "system", id: "test" },
    at: at(1),
    label,
    decide: (state) => Conversation.decide(state, command, at(1)),
  });

const listed = async (id: string): Promise<Conversation.Card | undefined> => {
  const { cards } = await database.store.listCards("lumiere", { kind: "status", status: "open" }, { limit: 10 });
  return cards.find((card) => card.id === id);
};

test("a list shows every field of a card, also those that are kept only where they say something", async () => {
  const place = opening("c_card");
  const label = { name: "Odile", handle: "@odile", preview: "p".repeat(160) };
  const { state, version } = await commit(keyOf(place), received("m_1", at(0), place), label);
  expect(await listed("c_card")).toEqual(Conversation.cardOf(state, label, version));
  const tagged = await commit(keyOf(place), { type: "tag", tagId: "carte" });
  const card = Conversation.cardOf(tagged.state, label, tagged.version);
  expect(card.tags).toEqual(["carte"]);
  expect(await listed("c_card")).toEqual(card);
});

test("an ordinary card and its keys fit into one write unit", async () => {
  const place = opening("c_small");
  const label = { name: "Odile Imaginaire", handle: "@odile.imaginaire", preview: "é".repeat(120) };
  await commit(keyOf(place), labelled("m_1", at(0), { topic: "cards", sentiment: "negative" }, place), label);
  const { Items = [] } = await database.client.send(
    new QueryCommand({
      TableName: database.tableName,
      IndexName: "byLatest",
      KeyConditionExpression: "byLatestPk = :pk",
      ExpressionAttributeValues: { ":pk": "E#lumiere#open" },
    }),
  );
  const item = Items.find(({ pk }) => String(pk).endsWith("c_small")) ?? {};
  const bytes = Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(`${name}${value}`), 0);
  expect(bytes).toBeGreaterThan(300);
  expect(bytes).toBeLessThan(1024);
});

test("a card that was written whole reads the same", async () => {
  const place = opening("c_whole");
  const { state, version } = await commit(keyOf(place), received("m_1", at(0), place));
  const card = Conversation.cardOf(state, {}, version);
  const { client, tableName: TableName } = database;
  const Key = { pk: "E#lumiere#CONV#c_whole", sk: "HEAD" };
  const { Item } = await client.send(new GetCommand({ TableName, Key }));
  await client.send(new PutCommand({ TableName, Item: { ...Item, card: JSON.stringify(card) } }));
  expect(await listed("c_whole")).toEqual(card);
});
