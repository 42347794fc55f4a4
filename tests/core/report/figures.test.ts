import fc from "fast-check";
import { expect, test } from "vitest";
import * as Report from "#core/report";

const place = { teamId: "social", channel: "x.dm", topic: "cards" } as const;
const answered = (minutes: number, at = "2026-11-23T09:00:00.000Z"): Report.Fact => ({
  ...place,
  what: "answered",
  target: "first-response",
  at,
  businessSeconds: minutes * 60,
  customerSeconds: minutes * 120,
});
const costs: Report.Costs = {
  currency: "EUR",
  agentHourCents: 3000,
  longestWorkMinutes: 10,
  messageFeeCents: { "x.dm": 1.5 },
  phoneCallCents: 600,
};
const worked = (minutes: number): Report.Fact => ({
  ...place,
  what: "worked",
  at: "2026-11-23T09:00:00.000Z",
  agentId: "camille",
  seconds: minutes * 60,
});
const sent: Report.Fact = { ...place, what: "sent", at: "2026-11-23T09:00:00.000Z", agentId: "camille" };
const nobody = () => undefined;

test("half and nine in ten are times that occurred", () => {
  const facts = Array.from({ length: 10 }, (_, index) => answered(index + 1));
  const { total } = Report.sumUp(facts, nobody, undefined);
  expect(total.firstResponse.business).toEqual({ count: 10, p50Seconds: 300, p90Seconds: 540 });
  expect(total.firstResponse.customer).toEqual({ count: 10, p50Seconds: 600, p90Seconds: 1080 });
  expect(total.resolution.business).toEqual({ count: 0, p50Seconds: null, p90Seconds: null });
});

test("work that lay for hours costs what the longest piece of work costs, and messages their fee", () => {
  const { total } = Report.sumUp([worked(6), worked(300), sent, sent], nobody, costs);
  expect(total.workSeconds).toBe(16 * 60);
  expect(total.costCents).toBe(800 + 3);
});

test("a bank that said nothing of its costs is told nothing of them", () => {
  expect(Report.sumUp([worked(6)], nobody, undefined).total.costCents).toBeNull();
});

test("the order of facts changes no figure, and the groups add up to the total", () => {
  const fact = fc.oneof(
    fc.integer({ min: 1, max: 500 }).map((minutes) => answered(minutes)),
    fc.integer({ min: 1, max: 30 }).map(worked),
    fc.constant(sent),
    fc
      .constantFrom("answered", "redirected")
      .map((outcome): Report.Fact => ({ ...place, what: "closed", outcome: outcome as "answered", at: sent.at })),
  );
  const placed = fc
    .tuple(fact, fc.constantFrom("x.dm", "messenger", "whatsapp"))
    .map(([each, channel]): Report.Fact => ({ ...each, channel }));
  const sample = fc.array(placed, { maxLength: 60 });
  fc.assert(
    fc.property(sample, fc.func(fc.integer()), (facts, rank) => {
      const shuffled = facts.toSorted((left, right) => rank(left) - rank(right));
      const byChannel = ({ channel }: Report.Fact) => channel;
      const { groups, total } = Report.sumUp(facts, byChannel, costs);
      expect(Report.sumUp(shuffled, byChannel, costs)).toEqual({ groups, total });
      const sum = (of: (figures: Report.Figures) => number) =>
        groups.reduce((all, { figures }) => all + of(figures), 0);
      expect(sum(({ sent: { byPeople } }) => byPeople)).toBe(total.sent.byPeople);
      expect(sum(({ closed }) => closed.answered)).toBe(total.closed.answered);
      expect(sum(({ workSeconds }) => workSeconds)).toBe(total.workSeconds);
    }),
  );
});

test("a local day is as long as the clocks make it, and begins at the bank's midnight", () => {
  expect(Report.periodOf("2026-10-25", "2026-10-25", "Europe/Paris")).toEqual({
    from: "2026-10-24T22:00:00.000Z",
    until: "2026-10-25T23:00:00.000Z",
  });
  expect(Report.utcDays(Report.periodOf("2026-10-25", "2026-10-25", "Europe/Paris"))).toEqual([
    "2026-10-24",
    "2026-10-25",
  ]);
});

test("hours and days are those of the bank's wall clock", () => {
  const late = answered(1, "2026-11-23T23:30:00.000Z");
  expect(Report.groupBy("day", "Europe/Paris")(late)).toBe("2026-11-24");
  expect(Report.groupBy("hour", "Europe/Paris")(late)).toBe("00");
  expect(Report.groupBy("weekday", "Europe/Paris")(late)).toBe("2");
  expect(Report.groupBy("hour", "Asia/Kolkata")(late)).toBe("05");
});
