import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import type { Instant } from "#core/instant";

/** Sparse indexes over heads that a list is read from: each entry is a card, and nothing more of the head. */
const cardIndexes = ["byStatus", "byAssignee", "byWaiting", "byLatest"] as const;
/** Those that only say which conversation the clock looks at, and when: their keys are all of it. */
const clockIndexes = ["byTimer", "byOutbox"] as const;
export const indexNames = [...cardIndexes, ...clockIndexes] as const;
export type IndexName = (typeof indexNames)[number];

export const partitionKeyOf = (index: IndexName): `${IndexName}Pk` => `${index}Pk`;
export const sortKeyOf = (index: IndexName): `${IndexName}Sk` => `${index}Sk`;

/** Attribute that expires tickets, connections and the like (DynamoDB TTL, epoch seconds); expiry is also checked on read. */
export const expiryAttribute = "expiresAtSeconds";

/** Its value for what is kept until an instant, and so many seconds longer. */
export const expirySeconds = (at: Instant, keptSeconds = 0): number => Math.ceil(Date.parse(at) / 1000) + keptSeconds;

/** On the items of bodies that are erased: what replaces a body leaves them alone. */
export const erasedAttribute = "isErased";

const indexOf = (index: IndexName) => ({
  IndexName: index,
  KeySchema: [
    { AttributeName: partitionKeyOf(index), KeyType: "HASH" as const },
    { AttributeName: sortKeyOf(index), KeyType: "RANGE" as const },
  ],
});

/** The one table, without its name: what CreateTable takes, and what the deployed table is built from. */
export const tableDefinition = {
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: ["pk", "sk", ...indexNames.flatMap((index) => [partitionKeyOf(index), sortKeyOf(index)])].map(
    (name) => ({ AttributeName: name, AttributeType: "S" as const }),
  ),
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  GlobalSecondaryIndexes: [
    ...cardIndexes.map((index) => ({
      ...indexOf(index),
      Projection: { ProjectionType: "INCLUDE" as const, NonKeyAttributes: ["card"] },
    })),
    ...clockIndexes.map((index) => ({ ...indexOf(index), Projection: { ProjectionType: "KEYS_ONLY" as const } })),
  ],
} satisfies Omit<CreateTableCommandInput, "TableName">;
