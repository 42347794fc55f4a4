import type * as Sla from "#core/sla";
import { meetingKey, runKey } from "./key.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Item, Table } from "./table.ts";

/** A reading of every stored body by today's rules, as far as it is. */
export type Run = {
  readonly id: string;
  readonly dryRun: boolean;
  readonly status: "running" | "done";
  readonly startedAt: Sla.Instant;
  readonly startedBy: string;
  readonly finishedAt?: Sla.Instant;
  /** The list that is being walked, and the place in it. */
  readonly list: "open" | "closed";
  readonly cursor?: string;
  /** Both lists were walked: now for what moved in them meanwhile. */
  readonly isAgain?: true;
  /** Conversations read, each counted once. */
  readonly conversations: number;
  readonly messages: number;
  /** Messages in which something was found, and what, by kind. */
  readonly changed: number;
  readonly found: Readonly<Record<string, number>>;
};

export const putRun = async (table: Table, entityId: string, run: Run): Promise<void> => {
  await table.put(
    { ...runKey(entityId, run.id), step: run.conversations, run: JSON.stringify(run) },
    { ConditionExpression: "attribute_not_exists(pk)" },
  );
};

/** Writes how far it is; false when another has taken this step. */
export const advanceRun = (table: Table, entityId: string, before: Run, after: Run): Promise<boolean> =>
  table.put(
    { ...runKey(entityId, after.id), step: after.conversations, run: JSON.stringify(after) },
    { ConditionExpression: "run = :before", ExpressionAttributeValues: { ":before": JSON.stringify(before) } },
  );

/** Longer than any run. */
const meetingDays = 30;

/**
 * Marks a conversation as read by a run. Conversations move within the lists while a run walks them (they close, their
 * deadlines change), so that one may turn up twice: `met` where this walk has read it at another place, `known` where the
 * first walk did. A step that is repeated gets the answer it got before.
 */
export const meetInRun = async (
  table: Table,
  entityId: string,
  { cursor = "", id, isAgain, list, startedAt }: Run,
  conversationId: string,
): Promise<"new" | "known" | "met"> => {
  const place = `${list}#${cursor}`;
  const isHere = await table.put(
    {
      ...meetingKey(entityId, id, isAgain === true ? "second" : "first", conversationId),
      place,
      [expiryAttribute]: expirySeconds(startedAt, meetingDays * 24 * 3600),
    },
    {
      ConditionExpression: "attribute_not_exists(pk) OR #place = :place",
      ExpressionAttributeNames: { "#place": "place" },
      ExpressionAttributeValues: { ":place": place },
    },
  );
  if (!isHere) return "met";
  const before = isAgain === true ? await table.get(meetingKey(entityId, id, "first", conversationId)) : undefined;
  return before === undefined ? "new" : "known";
};

export const readRun = async (table: Table, entityId: string, runId: string): Promise<Run | undefined> =>
  openRun(await table.get(runKey(entityId, runId)));

const openRun = (item: Item | undefined): Run | undefined =>
  item === undefined ? undefined : (JSON.parse(String(item["run"])) as Run);
