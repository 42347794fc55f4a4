import { Fault } from "#core/fault";
import type { Item, Key, Table } from "./table.ts";

type Revised<Value> = {
  /** Holds the value as JSON. */
  readonly attribute: string;
  readonly initial: Value;
  /** Others that may come between reading and writing. */
  readonly attempts: number;
};

/**
 * Read, change, write where nobody has written since: of two changes at once both hold. `change` answers the same object
 * when there is nothing to change, and may be asked again.
 * @returns the value as it was and as it is
 * @throws store.unavailable when others kept changing it
 */
export const revise = async <Value>(
  table: Table,
  key: Key,
  { attempts, attribute, initial }: Revised<Value>,
  change: (value: Value) => Value,
): Promise<{ readonly before: Value; readonly after: Value }> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = (await table.get(key))?.[attribute];
    const before = kept === undefined ? initial : (JSON.parse(String(kept)) as Value);
    const after = change(before);
    if (after === before) return { before, after };
    const item: Item = { ...key, [attribute]: JSON.stringify(after) };
    if (await table.put(item, unchanged(attribute, kept))) return { before, after };
  }
  throw new Fault("store.unavailable", { attempts });
};

const unchanged = (attribute: string, kept: unknown) =>
  kept === undefined
    ? { ConditionExpression: "attribute_not_exists(pk)" }
    : {
        ConditionExpression: "#value = :before",
        ExpressionAttributeNames: { "#value": attribute },
        ExpressionAttributeValues: { ":before": kept },
      };
