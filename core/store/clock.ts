import type * as Sla from "#core/sla";
import { clockKey } from "./key.ts";
import type { Table } from "./table.ts";

/** Up to when the clock has queued timers; undefined before its first sweep. */
export const readClock = async (table: Table): Promise<Sla.Instant | undefined> => {
  const item = await table.get(clockKey);
  return item === undefined ? undefined : String(item["queuedUntil"]);
};

export const putClock = async (table: Table, queuedUntil: Sla.Instant): Promise<void> => {
  await table.put({ ...clockKey, queuedUntil });
};
