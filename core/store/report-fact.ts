import type * as Report from "#core/report";
import { type ConversationKey, factAgentsKey, factKey, storyKey } from "./key.ts";
import { ifVersion } from "./revision.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Item, Key, Table } from "./table.ts";

/**
 * Two years and a month: a month can be compared with the same one two years before. Whose work it was is forgotten after
 * twelve months, as works councils usually have it.
 */
const keptSeconds = { facts: 761 * 24 * 3600, agents: 366 * 24 * 3600 };

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
  table.put({ ...storyKey(key), version, story: JSON.stringify(story) }, ifVersion(before === 0 ? undefined : before));

/** Whose agent is not known any more. */
const somebody = "";

/**
 * The facts of one entry, in the item of their day and conversation, under the entry's version: told twice, they stand
 * there once. The agents stand beside them, so that they can be forgotten first.
 */
export const putFacts = async (
  table: Table,
  { conversationId, entityId }: ConversationKey,
  version: number,
  facts: readonly Report.Fact[],
): Promise<void> => {
  for (const [day, ofDay] of Map.groupBy(facts, (fact) => fact.at.slice(0, 10))) {
    const agents = ofDay.map(agentOf);
    if (agents.some((agentId) => agentId !== null)) {
      await putEntry(table, factAgentsKey(entityId, day, conversationId), {
        version,
        values: agents,
        expiry: expirySeconds(`${day}T00:00:00.000Z`, keptSeconds.agents),
      });
    }
    await putEntry(table, factKey(entityId, day, conversationId), {
      version,
      values: ofDay.map((fact) => (agentOf(fact) === null ? fact : { ...fact, agentId: somebody })),
      expiry: expirySeconds(`${day}T00:00:00.000Z`, keptSeconds.facts),
    });
  }
};

type Entry = { readonly version: number; readonly values: readonly unknown[]; readonly expiry: number };

const putEntry = async (table: Table, key: Key, { expiry, values, version }: Entry): Promise<void> => {
  await table.update(key, {
    UpdateExpression: "SET #entry = :values, #expiry = :expiry",
    ExpressionAttributeNames: { "#entry": `${entryPrefix}${version}`, "#expiry": expiryAttribute },
    ExpressionAttributeValues: { ":values": JSON.stringify(values), ":expiry": expiry },
  });
};

/** Every fact of one day of UTC, by conversation, with its agent as long as that is kept. */
export const listTold = async (table: Table, entityId: string, day: string): Promise<readonly Report.Told[]> => {
  const list = (pk: string): Promise<readonly Item[]> =>
    table.queryAll({ KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": pk } });
  const [items, named] = await Promise.all([
    list(factKey(entityId, day, "").pk),
    list(factAgentsKey(entityId, day, "").pk),
  ]);
  const agents = new Map(named.map((item) => [item["sk"], item]));
  return items.map((item) => ({
    conversationId: String(item["sk"]),
    facts: factsOf(item, agents.get(item["sk"])),
  }));
};

const entryPrefix = "v";

const factsOf = (item: Item, agents: Item | undefined): readonly Report.Fact[] =>
  Object.entries(item).flatMap(([name, told]) => {
    if (!name.startsWith(entryPrefix)) return [];
    const facts = JSON.parse(String(told)) as readonly Report.Fact[];
    const known = agents?.[name];
    const ids = known === undefined ? [] : (JSON.parse(String(known)) as readonly (string | null)[]);
    return facts.map((fact, index) => withAgent(fact, ids[index] ?? null));
  });

const withAgent = (fact: Report.Fact, agentId: string | null): Report.Fact =>
  agentId === null ? fact : ({ ...fact, agentId } as Report.Fact);

const agentOf = (fact: Report.Fact): string | null => ("agentId" in fact ? (fact.agentId ?? null) : null);
