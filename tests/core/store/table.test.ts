import type { BatchGetCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { openTable } from "../../../core/store/table.ts";

const keys = Array.from({ length: 5 }, (_, number) => ({ pk: `P#${number}`, sk: "S" }));

/** A table that comes to so many keys a call. */
const tableOf = (keysAtOnce: number) => {
  const send = async ({ input }: BatchGetCommand) => {
    const asked = input.RequestItems?.["table"]?.Keys ?? [];
    const left = asked.slice(keysAtOnce);
    return {
      Responses: { table: asked.slice(0, keysAtOnce) },
      UnprocessedKeys: left.length === 0 ? {} : { table: { Keys: left } },
    };
  };
  return openTable({ send } as unknown as DynamoDBDocumentClient, "table");
};

test("keys that a throttled table did not come to are asked for again", async () => {
  expect(await tableOf(2).getMany(keys)).toEqual(keys);
});

test("a table that comes to nothing is an error, not a call without end", async () => {
  await expect(tableOf(0).getMany(keys)).rejects.toMatchObject({ code: "store.unavailable" });
});
