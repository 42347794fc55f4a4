import type * as Report from "#core/report";
import { type ConversationKey, factKey, storyKey } from "./key.ts";
import { expiryAttribute } from "./schema.ts";
import type { Item, Table } from "./table.ts";

/** Two years and a month: a month can be compared with the same one two years before. */
const keptSeconds = 761 * 24 * 3600;

/** Up to which version a conversation's log has been told to the reports, and what must be remembered of it. */
export type Telling = { readonly version: number; readonly story: Report.Story };

export const readTelling = async (table: Table, key: ConversationKey): Promise<Telling | undefined> => {
  const item = await table.get(storyKey(key));
  return item === undefined
    ? undefined
    : { version: Number(item["version"]), story: JSON.parse(String(item["story"])) as Report.Story };
};

/** False when somebody else has told it further meanwhile. */
export const putTelling = async (
  table: Table,
  key: ConversationKey,
  { story, version }: Telling,
  before: number,
): Promise<boolean> =>
  table.put(
    { ...storyKey(key), version, story: JSON.stringify(story) },
    before === 0
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "#version = :before",
          ExpressionAttributeNames: { "#version": "version" },
          ExpressionAttributeValues: { ":before": before },
        },
  );

/**
 * The facts of one entry, in the item of their day and conversation, under the entry's version: told twice, they stand
 * there once.
 */
export const putFacts = async (
  table: Table,
  { conversationId, entityId }: ConversationKey,
  version: number,
  facts: readonly Report.Fact[],
): Promise<void> => {
  for (const [day, ofDay] of Map.groupBy(facts, (fact) => fact.at.slice(0, 10))) {
    await table.update(factKey(entityId, day, conversationId), {
      UpdateExpression: "SET #entry = :facts, #expiry = :expiry",
      ExpressionAttributeNames: { "#entry": `${entryPrefix}${version}`, "#expiry": expiryAttribute },
      ExpressionAttributeValues: {
        ":facts": JSON.stringify(ofDay),
        ":expiry": Math.ceil(Date.parse(`${day}T00:00:00.000Z`) / 1000) + keptSeconds,
      },
    });
  }
};

/** Every fact of one day of UTC. */
export const listFacts = async (table: Table, entityId: string, day: string): Promise<readonly Report.Fact[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": factKey(entityId, day, "").pk },
  });
  return items.flatMap(factsOf);
};

const entryPrefix = "v";

const factsOf = (item: Item): readonly Report.Fact[] =>
  Object.entries(item).flatMap(([name, facts]) =>
    name.startsWith(entryPrefix) ? (JSON.parse(String(facts)) as readonly Report.Fact[]) : [],
  );
