import { describe, expect, test } from "vitest";
import * as Incident from "#core/incident";

const quarter = 15 * 60_000;
const week = 7 * 24 * 60 * 60_000;
const zone = "Europe/Paris";
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Arrivals a quarter of an hour in a bank's week, by the wall clock: rush hours, evenings, nights, week-ends. */
const usualRate = (at: number): number => {
  const local = new Date(at).toLocaleString("sv-SE", { timeZone: zone });
  const day = new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay();
  const hour = Number(local.slice(11, 13));
  const rate = hour >= 9 && hour < 18 ? 20 : hour >= 7 && hour < 22 ? 7 : 0.6;
  return day === 0 || day === 6 ? rate / 4 : day === 1 && hour === 9 ? 45 : rate;
};
const shares = { cards: 0.4, payments: 0.3, "online-banking": 0.2, other: 0.1 };

const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const poisson = (mean: number, random: () => number): number => {
  let count = 0;
  for (let product = random(); product > Math.exp(-mean); product *= random()) count += 1;
  return count;
};

const tallyAt = (at: number, random: () => number, factor = 1): Incident.Tally => {
  const topics = Object.fromEntries(
    Object.entries(shares).map(([topic, share]) => [topic, poisson(usualRate(at) * share * factor, random)]),
  );
  return { startedAt: iso(at), total: Object.values(topics).reduce((sum, count) => sum + count, 0), topics };
};

const tallies = (from: number, until: number, seed: number): Incident.Tally[] => {
  const random = randomFrom(seed);
  return Array.from({ length: (until - from) / quarter }, (_, index) => tallyAt(from + index * quarter, random));
};

/** Twelve weeks; the change to summer time, on 29 March 2026, is at the end of the ninth. */
const start = Date.parse("2026-01-26T00:00:00+01:00");
const all = tallies(start, start + 12 * week, 7);
const history = Incident.historyOf(all);
const tuesdayTen = Date.parse("2026-04-07T10:00:00+02:00");
const at = (milliseconds: number, more: Record<string, number> = {}): Omit<Incident.Tally, "startedAt"> => {
  const usual: Omit<Incident.Tally, "startedAt"> = history.byStart.get(iso(milliseconds - quarter)) ?? {
    total: 0,
    topics: {},
  };
  const added = Object.values(more).reduce((sum, count) => sum + count, 0);
  const topics = Object.fromEntries(
    [...new Set([...Object.keys(usual.topics), ...Object.keys(more)])].map((topic) => [
      topic,
      (usual.topics[topic] ?? 0) + (more[topic] ?? 0),
    ]),
  );
  return { total: usual.total + added, topics };
};

describe("spikes", () => {
  test("stay silent through weeks of ordinary rush hours, nights and a change of the clock", () => {
    const looked = all.filter(
      ({ startedAt }) => startedAt > iso(start + 9 * week) && startedAt < iso(start + 11 * week),
    );
    const look = (tally: Incident.Tally, more: number): readonly Incident.Spike[] => {
      const recent = { total: tally.total + more, topics: tally.topics };
      return Incident.spikes(recent, history, iso(Date.parse(tally.startedAt) + quarter), zone);
    };
    expect(looked.length).toBeGreaterThan(1300);
    expect(looked.filter((tally) => look(tally, 0).length > 0)).toEqual([]);
    const quarterly = looked.filter((_, index) => index % 4 === 0);
    expect(quarterly.filter((tally) => look(tally, 90).length === 0)).toEqual([]);
  });

  test("of one topic are found in the first quarter of an hour, with what is usual", () => {
    const [strongest] = Incident.spikes(at(tuesdayTen, { "online-banking": 40 }), history, iso(tuesdayTen), zone);
    expect(strongest).toMatchObject({ topic: "online-banking" });
    expect(strongest?.usual).toBeGreaterThan(2);
    expect(strongest?.usual).toBeLessThan(7);
  });

  test("of everything are found when no topic stands out", () => {
    const more = { cards: 14, payments: 14, "online-banking": 6, other: 6, branch: 6 };
    const found = Incident.spikes(at(tuesdayTen, more), history, iso(tuesdayTen), zone);
    expect(found.map(({ topic }) => topic)).toContain(undefined);
  });

  test("of a topic nobody ever wrote about are found", () => {
    const found = Incident.spikes(at(tuesdayTen, { loans: 9 }), history, iso(tuesdayTen), zone);
    expect(found.map(({ topic }) => topic)).toEqual(["loans"]);
  });

  test("are measured by the hour of the week: Monday at nine is no spike on Monday at nine", () => {
    const mondayNine = Date.parse("2026-04-13T09:15:00+02:00");
    const rush = { total: 48, topics: { cards: 20, payments: 14, "online-banking": 9, other: 5 } };
    expect(Incident.spikes(rush, history, iso(mondayNine), zone)).toEqual([]);
    expect(Incident.spikes(rush, history, iso(mondayNine - 24 * 4 * quarter), zone)).not.toEqual([]);
  });

  test("are not hidden by an incident of the weeks before", () => {
    const isSpoiled = (startedAt: string): boolean => {
      const back = tuesdayTen - Date.parse(startedAt);
      return [week, 2 * week].some((weeks) => back > weeks && back <= weeks + 4 * quarter);
    };
    const outage = { total: 400, topics: { "online-banking": 380, cards: 20 } };
    const spoiled = Incident.historyOf(
      all.map((tally) => (isSpoiled(tally.startedAt) ? { ...outage, startedAt: tally.startedAt } : tally)),
    );
    expect(spoiled).not.toEqual(history);
    const [strongest] = Incident.spikes(at(tuesdayTen, { "online-banking": 40 }), spoiled, iso(tuesdayTen), zone);
    expect(strongest?.topic).toBe("online-banking");
  });

  test("in the first weeks are measured against the last day, and on the first day not at all", () => {
    const young = Incident.historyOf(all.filter(({ startedAt }) => startedAt >= iso(tuesdayTen - 30 * 4 * quarter)));
    expect(Incident.spikes(at(tuesdayTen, { cards: 150 }), young, iso(tuesdayTen), zone)).not.toEqual([]);
    expect(Incident.spikes(at(tuesdayTen, { cards: 150 }), Incident.historyOf([]), iso(tuesdayTen), zone)).toEqual([]);
  });

  test("of a handful in the night are no incident", () => {
    const night = Date.parse("2026-04-08T03:00:00+02:00");
    expect(Incident.spikes({ total: 7, topics: { cards: 7 } }, history, iso(night), zone)).toEqual([]);
  });
});

describe("alerts", () => {
  const outage = { topic: "online-banking" as const, count: 60, usual: 5, deviations: 20 };
  const whole = { count: 85, usual: 25, deviations: 12 };
  const minutes = (count: number): string => iso(tuesdayTen + count * 60_000);

  test("are raised once and go on while the spike does", () => {
    const raised = Incident.watch([], [outage], minutes(0));
    const later = Incident.watch(raised, [{ ...outage, count: 90 }], minutes(30));
    expect(later).toEqual([
      { topic: "online-banking", raisedAt: minutes(0), lastSeenAt: minutes(30), peak: { ...outage, count: 90 } },
    ]);
    expect(Incident.watch(later, [{ ...outage, count: 40 }], minutes(45))[0]?.peak.count).toBe(90);
  });

  test("change nothing when looked at twice", () => {
    const raised = Incident.watch([], [outage], minutes(0));
    expect(Incident.watch(raised, [outage], minutes(0))).toEqual(raised);
  });

  test("name the topic alone when it explains the whole, and both when it does not", () => {
    expect(Incident.watch([], [outage, whole], minutes(0)).map(({ topic }) => topic)).toEqual(["online-banking"]);
    const small = { ...outage, count: 20 };
    expect(Incident.watch([], [whole, small], minutes(0)).map(({ topic }) => topic)).toEqual([
      undefined,
      "online-banking",
    ]);
  });

  test("end after an hour of quiet, not in a pause, and may be raised again", () => {
    const raised = Incident.watch([], [outage], minutes(0));
    expect(Incident.watch(raised, [], minutes(59))).toEqual(raised);
    const ended = Incident.watch(raised, [], minutes(60));
    expect(ended).toEqual([]);
    expect(Incident.watch(ended, [outage], minutes(90))[0]?.raisedAt).toBe(minutes(90));
  });
});
