import { teamKey } from "./key.ts";
import type { Table } from "./table.ts";

/** How many conversations the router has given to a team's agents so far. */
export const readPicks = async (table: Table, entityId: string, teamId: string): Promise<number> =>
  Number((await table.get(teamKey(entityId, teamId)))?.["picks"] ?? 0);

/** Counts one more. */
export const addPick = async (table: Table, entityId: string, teamId: string): Promise<void> => {
  await table.update(teamKey(entityId, teamId), {
    UpdateExpression: "ADD picks :one",
    ExpressionAttributeValues: { ":one": 1 },
  });
};
