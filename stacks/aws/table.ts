import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import * as Store from "#core/store";
import type { Settings } from "./settings.ts";

/**
 * The table of core/store's definition: every second of 35 days restorable, and not removed by mistake. No stream: nobody
 * reads one, and it would keep for a day what was taken out.
 */
export const createTable = (scope: Construct, key: IKey, { disposable }: Settings): Table => {
  const table = new Table(scope, "Table", {
    ...keysOf(Store.tableDefinition.KeySchema),
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: Store.expiryAttribute,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    deletionProtection: !disposable,
    removalPolicy: disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
  for (const index of Store.tableDefinition.GlobalSecondaryIndexes) {
    table.addGlobalSecondaryIndex({
      indexName: index.IndexName,
      ...keysOf(index.KeySchema),
      ...projectionOf(index.Projection),
    });
  }
  return table;
};

type Projection = (typeof Store.tableDefinition.GlobalSecondaryIndexes)[number]["Projection"];

const projectionOf = (projection: Projection) =>
  projection.ProjectionType === "INCLUDE"
    ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: projection.NonKeyAttributes }
    : { projectionType: ProjectionType.KEYS_ONLY };

type KeySchema = readonly { AttributeName: string; KeyType: string }[];

/** All keys of the table are strings. */
const keysOf = (schema: KeySchema) => ({
  partitionKey: { name: nameOf(schema, "HASH"), type: AttributeType.STRING },
  sortKey: { name: nameOf(schema, "RANGE"), type: AttributeType.STRING },
});

const nameOf = (schema: KeySchema, type: "HASH" | "RANGE"): string => {
  const found = schema.find((key) => key.KeyType === type);
  if (found === undefined) throw new Error(`the table's definition has no ${type} key`);
  return found.AttributeName;
};
