import * as Account from "#core/account";
import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import { type AccountKey, budgetKey, turnKey } from "./key.ts";
import { revise } from "./revise.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Table } from "./table.ts";

/** A burst of answers claims at once. */
const attemptLimit = 24;

/** A reply that has not come back this long after its turn is gone, and its place in the line counts no more. */
const graceSeconds = 180;
/** The most places of a line that are counted: the end of a longer one is hours away either way. */
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
  const revised = { attribute: "budget", initial: Account.fullBudget, attempts: attemptLimit };
  await revise(table, budgetKey(key, key.activity), revised, change);
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
    [expiryAttribute]: expirySeconds(waiting.until, graceSeconds),
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
