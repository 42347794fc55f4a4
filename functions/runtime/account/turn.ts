import * as Account from "#core/account";
import * as Intake from "#core/intake";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import type { Runtime } from "../index.ts";

/** Who asks for a turn: one attempt at one message, and how much it presses. */
export type Asking = {
  readonly id: string;
  readonly isUrgent: boolean;
  readonly dueAt: Sla.Instant;
};

type Placed = { readonly entityId: string; readonly outgoing: Outgoing };
type Outgoing = Account.Request & { readonly accountId: string };

/**
 * A turn within what the platform lets the account do; undefined when it has one. Else when it will come: whoever waits
 * keeps a place in the account's line, by deadline.
 */
export const takeTurn = async (
  runtime: Pick<Runtime, "store" | "now">,
  placed: Placed,
  asking: Asking,
): Promise<Sla.Instant | undefined> => {
  const { store } = runtime;
  const now = runtime.now();
  const { key, rates } = budgetOf(placed);
  const place = { ...asking, until: now };
  const hasLine = rates.some(({ seconds }) => seconds >= linedSeconds);
  const ahead = hasLine ? await store.listAhead(key, place, now) : [];
  let until: Sla.Instant | undefined;
  await store.changeBudget(key, (budget) => {
    const turn = Account.claim(budget, rates, { ...asking, ahead }, now);
    until = turn.kind === "waits" ? turn.until : undefined;
    return turn.kind === "granted" && rates.length > 0 ? turn.budget : budget;
  });
  if (!hasLine) return until;
  await (until === undefined ? store.removeTurn(key, place) : store.putTurn(key, { ...place, until }));
  return until;
};

/** A line is kept where a turn may be minutes away; a second's worth is simply tried again. */
const linedSeconds = 60;

/** How a request ended, as far as it tells of our use of the platform. */
type Outcome = {
  readonly kind: string;
  readonly code?: string;
  readonly afterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What the platform's answer says of our use of it corrects the budget. */
export const noteUsage = async (
  { now, store }: Pick<Runtime, "store" | "now">,
  placed: Placed,
  outcome: Outcome,
): Promise<void> => {
  const { key, rates } = budgetOf(placed);
  const isThrottled = outcome.kind === "later" && outcome.code === "send.rate-limited";
  if (outcome.headers === undefined && !isThrottled) return;
  const answered: Account.Answered = {
    headers: outcome.headers ?? {},
    isThrottled,
    ...(outcome.afterSeconds === undefined ? {} : { afterSeconds: outcome.afterSeconds }),
  };
  await store.changeBudget(key, (budget) => Account.correct(budget, rates, answered, now()));
};

const budgetOf = ({ entityId, outgoing }: Placed) => {
  const { activity, rates } = Account.countedAs(outgoing);
  const platform = Intake.platformOf(outgoing.channel) ?? "";
  const key: Store.AccountKey & { activity: Account.Activity } = {
    entityId,
    platform,
    accountId: outgoing.accountId,
    activity,
  };
  return { key, rates };
};
