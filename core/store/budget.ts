import * as Account from "#core/account";
import { Fault } from "#core/fault";
import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import { type AccountKey, budgetKey, turnKey } from "./key.ts";
import { expiryAttribute } from "./schema.ts";
import type { Table } from "./table.ts";

/** Others that may come between reading a budget and writing it: a burst of answers claims at once. */
const attemptLimit = 24;

/** Whose turn is waited for has come for it by then, or never will. */
const graceSeconds = 180;
/** Beyond this a line is not counted: its end is hours away either way. */
const countedTurns = 400;

type BudgetKey = AccountKey & { readonly activity: Account.Activity };

/** A reply that waits for its turn: what is urgent first, then the earliest deadline. */
export type Waiting = {
  readonly id: string;
  readonly isUrgent: boolean;
  readonly dueAt: Sla.Instant;
  readonly until: Sla.Instant;
};

export const readBudget = async (table: Table, key: BudgetKey): Promise<Account.Budget> => {
  const item = await table.get(budgetKey(key, key.activity));
  return item === undefined ? Account.fullBudget : (JSON.parse(String(item["budget"])) as Account.Budget);
};

/**
 * Changes a budget from what it is at that moment. `change` answers the same object when there is nothing to change, and
 * may be asked again.
 * @throws store.unavailable when others kept changing it
 */
export const changeBudget = async (
  table: Table,
  key: BudgetKey,
  change: (budget: Account.Budget) => Account.Budget,
): Promise<void> => {
  for (let attempt = 0; attempt < attemptLimit; attempt += 1) {
    const item = await table.get(budgetKey(key, key.activity));
    const before = item === undefined ? Account.fullBudget : (JSON.parse(String(item["budget"])) as Account.Budget);
    const after = change(before);
    if (after === before) return;
    const condition =
      item === undefined
        ? { ConditionExpression: "attribute_not_exists(pk)" }
        : { ConditionExpression: "budget = :before", ExpressionAttributeValues: { ":before": item["budget"] } };
    const changed = { ...budgetKey(key, key.activity), budget: JSON.stringify(after) };
    if (await table.put(changed, condition)) return;
  }
  throw new Fault("store.unavailable", { attempts: attemptLimit });
};

/** Those that wait and go before this one; itself, and whoever did not come when it was their turn, left out. */
export const listAhead = async (
  table: Table,
  key: BudgetKey,
  waiting: Waiting,
  now: Sla.Instant,
): Promise<readonly string[]> => {
  const quietSince = Instant.after(now, -graceSeconds);
  const { items } = await table.query({
    KeyConditionExpression: "pk = :pk AND sk < :sk",
    ExpressionAttributeValues: {
      ":pk": turnKey(key, key.activity, "").pk,
      ":sk": turnKey(key, key.activity, placeOf(waiting)).sk,
    },
    Limit: countedTurns,
    ConsistentRead: true,
  });
  return items
    .filter((item) => String(item["until"]) > quietSince)
    .map((item) => String(item["id"]))
    .filter((id) => id !== waiting.id);
};

/** Takes a place in the line, or moves the time one comes back for it. */
export const putTurn = async (table: Table, key: BudgetKey, waiting: Waiting): Promise<void> => {
  await table.put({
    ...turnKey(key, key.activity, placeOf(waiting)),
    id: waiting.id,
    until: waiting.until,
    [expiryAttribute]: Math.ceil(Date.parse(waiting.until) / 1000) + graceSeconds,
  });
};

export const removeTurn = async (table: Table, key: BudgetKey, waiting: Waiting): Promise<void> => {
  await table.remove(turnKey(key, key.activity, placeOf(waiting)));
};

/** How many wait for a turn. */
export const countTurns = async (table: Table, key: BudgetKey, now: Sla.Instant): Promise<number> => {
  const quietSince = Instant.after(now, -graceSeconds);
  const { items } = await table.query({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": turnKey(key, key.activity, "").pk },
    Limit: countedTurns,
  });
  return items.filter((item) => String(item["until"]) > quietSince).length;
};

const placeOf = ({ dueAt, id, isUrgent }: Waiting): string => `${isUrgent ? 0 : 1}#${dueAt}#${id}`;
