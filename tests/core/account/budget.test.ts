import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Account from "#core/account";
import { at } from "../../support/conversation.ts";

const { activity, rates } = Account.countedAs({ channel: "x.dm" });

/** Claims one after another, each at its minute; what was granted, and when the others may come again. */
const claimAll = (claims: readonly { minute: number; isUrgent?: boolean; ahead?: number; id?: string }[]) => {
  let budget = Account.fullBudget;
  return claims.map(({ ahead = 0, id, isUrgent = false, minute }, index) => {
    const turn = Account.claim(budget, rates, { id: id ?? `m_${index}`, isUrgent, ahead: line(ahead) }, at(minute));
    if (turn.kind === "granted") budget = turn.budget;
    return turn.kind === "granted" ? "granted" : turn.until;
  });
};
const line = (length: number) => Array.from({ length }, (_, index) => `ahead_${index}`);
const times = (count: number, minute: number) => Array.from({ length: count }, () => ({ minute }));

test("three of X's fifteen private messages are kept for what cannot wait", () => {
  expect(activity).toBe("dm");
  const turns = claimAll([...times(13, 0), ...Array.from({ length: 4 }, () => ({ minute: 1, isUrgent: true }))]);
  expect(turns.slice(0, 13)).toEqual([...Array.from({ length: 12 }, () => "granted"), at(15)]);
  expect(turns.slice(13)).toEqual(["granted", "granted", "granted", at(15)]);
});

test("whoever is further back in the line is told a later window", () => {
  const turns = claimAll([...times(12, 0), ...[0, 11, 12, 25].map((ahead) => ({ minute: 1, ahead }))]);
  expect(turns.slice(12)).toEqual([at(15), at(15), at(30), at(45)]);
});

test("what is left is left to those who go first", () => {
  expect(claimAll([...times(10, 0), { minute: 0, ahead: 2 }, { minute: 0, ahead: 1 }]).slice(10)).toEqual([
    at(15),
    "granted",
  ]);
});

test("a redelivery of the same attempt takes no second turn", () => {
  const turns = claimAll([...Array.from({ length: 40 }, () => ({ minute: 0, id: "m_1#1" })), ...times(11, 0)]);
  expect(new Set(turns)).toEqual(new Set(["granted"]));
});

test("whoever was given a turn since the line was read stands no longer ahead", () => {
  let budget = Account.fullBudget;
  for (let index = 0; index < 11; index += 1) {
    const granted = Account.claim(budget, rates, { id: `ahead_${index}`, isUrgent: false, ahead: [] }, at(0));
    if (granted.kind === "granted") budget = granted.budget;
  }
  const asked = { id: "m_1", isUrgent: false, ahead: line(11) };
  expect(Account.claim(budget, rates, asked, at(0)).kind).toBe("granted");
});

test("no window ever sees more than X takes in it", () => {
  const claim = fc.record({ minute: fc.integer({ min: 0, max: 3_000 }), isUrgent: fc.boolean() });
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 400 }), (claims) => {
      const ordered = claims.toSorted((left, right) => left.minute - right.minute);
      const turns = claimAll(ordered);
      const granted = ordered.filter((_, index) => turns[index] === "granted").map(({ minute }) => minute);
      let windowEnds = -1;
      let used = 0;
      for (const minute of granted) {
        if (minute >= windowEnds) [windowEnds, used] = [minute + 15, 0];
        used += 1;
        expect(used).toBeLessThanOrEqual(15);
      }
    }),
    { numRuns: 60 },
  );
});

describe("what the platform says of our use wins over our own count", () => {
  const spent = (headers: Record<string, string>, isThrottled = false) => {
    const turn = Account.claim(Account.fullBudget, rates, { id: "m_1", isUrgent: false, ahead: [] }, at(0));
    const budget = turn.kind === "granted" ? turn.budget : Account.fullBudget;
    return Account.correct(budget, rates, { headers, isThrottled }, at(0));
  };
  const epoch = (minute: number) => String(Date.parse(at(minute)) / 1000);
  const next = (budget: Account.Budget, isUrgent = false) =>
    Account.claim(budget, rates, { id: "m_2", isUrgent, ahead: [] }, at(1));

  test("another application used the account's messages", () => {
    const budget = spent({
      "x-rate-limit-limit": "15",
      "x-rate-limit-remaining": "2",
      "x-rate-limit-reset": epoch(9),
    });
    expect(next(budget)).toEqual({ kind: "waits", until: at(9) });
    expect(next(budget, true).kind).toBe("granted");
    expect(Account.remaindersOf(budget, rates, at(1))[0]).toMatchObject({ left: 2, endsAt: at(9) });
  });

  test("the account's plan allows fewer", () => {
    const budget = spent({ "x-rate-limit-limit": "4", "x-rate-limit-remaining": "3", "x-rate-limit-reset": epoch(9) });
    expect(Account.remaindersOf(budget, rates, at(1))[0]).toMatchObject({ limit: 4, left: 3 });
  });

  test("the day's messages are used up", () => {
    const budget = spent({
      "x-user-limit-24hour-limit": "1440",
      "x-user-limit-24hour-remaining": "0",
      "x-user-limit-24hour-reset": epoch(300),
    });
    expect(next(budget, true)).toEqual({ kind: "waits", until: at(300) });
  });

  test("Meta's figures: near the limit what can wait does, beyond it everything", () => {
    const near = spent({ "x-app-usage": JSON.stringify({ call_count: 28, total_time: 81, total_cputime: 25 }) });
    expect(next(near)).toEqual({ kind: "waits", until: at(5) });
    expect(next(near, true).kind).toBe("granted");
    const usage = { "900100200301": [{ type: "messenger", call_count: 100, estimated_time_to_regain_access: 19 }] };
    const beyond = spent({ "x-business-use-case-usage": JSON.stringify(usage) });
    expect(next(beyond, true)).toEqual({ kind: "waits", until: at(19) });
  });

  test("a refusal without a time is a minute's rest", () => {
    const turn = Account.claim(spent({}, true), rates, { id: "m_2", isUrgent: true, ahead: [] }, at(0));
    expect(turn).toEqual({ kind: "waits", until: at(1) });
    expect(next(spent({ "x-app-usage": "not json", "x-rate-limit-reset": "soon" })).kind).toBe("granted");
  });
});
