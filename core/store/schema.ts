import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** Sparse indexes over heads; each projects the fields of a card and nothing more. */
export const indexNames = ["byStatus", "byAssignee", "byWaiting", "byLatest", "byTimer", "byOutbox"] as const;
export type IndexName = (typeof indexNames)[number];

export const partitionKeyOf = (index: IndexName): `${IndexName}Pk` => `${index}Pk`;
export const sortKeyOf = (index: IndexName): `${IndexName}Sk` => `${index}Sk`;

/** Attribute that expires tickets, connections and the like (DynamoDB TTL, epoch seconds); expiry is also checked on read. */
export const expiryAttribute = "expiresAtSeconds";

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
  GlobalSecondaryIndexes: indexNames.map((index) => ({
    IndexName: index,
    KeySchema: [
      { AttributeName: partitionKeyOf(index), KeyType: "HASH" as const },
      { AttributeName: sortKeyOf(index), KeyType: "RANGE" as const },
    ],
    Projection: { ProjectionType: "INCLUDE" as const, NonKeyAttributes: ["card"] },
  })),
} satisfies Omit<CreateTableCommandInput, "TableName">;
