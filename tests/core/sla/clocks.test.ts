import { describe, expect, test } from "vitest";
import * as Sla from "#core/sla";

const policy = Sla.defaultPolicy;
// Monday 23 March 2026, times of the wall in Paris (UTC+1).
const at = (time: string): string =>
  `2026-03-23T${String(Number(time.slice(0, 2)) - 1).padStart(2, "0")}${time.slice(2)}:00.000Z`;
const asked = (time: string, clocks: Sla.Clocks = {}): Sla.Clocks => Sla.customerAsked(clocks, at(time), policy);

describe("response clocks", () => {
  test("the first runs from the first question and the next ones do not move it", () => {
    const clocks = asked("11:30", asked("10:00"));
    expect(clocks.response).toMatchObject({ kind: "first-response", startedAt: at("10:00"), dueAt: at("12:00") });
  });

  test("writing again while we are late does not reset the deadline", () => {
    expect(asked("15:00", asked("10:00")).response?.dueAt).toBe(at("12:00"));
  });

  test("a question that arrives out of order counts from when it was sent", () => {
    expect(asked("10:00", asked("10:20")).response?.dueAt).toBe(at("12:00"));
  });

  test("an answer stops what was asked before it, and only that", () => {
    expect(Sla.personAnswered(asked("10:00"), at("10:30")).response).toBeUndefined();
    expect(Sla.personAnswered(asked("10:40"), at("10:30")).response?.startedAt).toBe(at("10:40"));
  });

  test("after the first answer a question starts the next-response clock", () => {
    const clocks = asked("11:00", Sla.personAnswered(asked("10:00"), at("10:30")));
    expect(clocks.response).toMatchObject({ kind: "next-response", dueAt: at("13:00") });
    expect(clocks.firstAnsweredAt).toBe(at("10:30"));
  });

  test("an approved answer to an incident counts and starts the promise to come back", () => {
    const clocks = Sla.incidentAnswered(asked("10:00"), at("10:05"), policy);
    expect(clocks.firstAnsweredAt).toBe(at("10:05"));
    expect(clocks.response).toMatchObject({ kind: "next-response", startedAt: at("10:05"), dueAt: at("12:05") });
  });

  test("wait while the customer is on the secure channel, and go on with the time that was left", () => {
    const moved = Sla.customerMoved(asked("10:00"), at("11:30"));
    expect(moved.response && Sla.secondsLeft(moved.response, at("17:00"), policy.calendar)).toBe(1800);
    expect(asked("14:00", moved).response?.dueAt).toBe(at("14:30"));
  });
});

describe("the resolution clock", () => {
  test("waits while we wait for the customer and overrules no response clock", () => {
    const answered = Sla.personAnswered(asked("10:00"), at("11:00"));
    expect(answered.resolution && Sla.isPaused(answered.resolution)).toBe(true);
    const again = asked("15:00", answered);
    expect(again.resolution).toMatchObject({ kind: "resolution", startedAt: at("10:00") });
    // 23 of 24 hours are left: 3 on Monday, 9 on Tuesday, 9 on Wednesday, 2 on Thursday.
    expect(again.resolution?.dueAt).toBe("2026-03-26T10:00:00.000Z");
    expect(again.response?.kind).toBe("next-response");
  });

  test("closing and being asked again resumes it, and starts a next-response clock", () => {
    const closed = Sla.closed(asked("10:00"), at("12:00"));
    expect(closed.response).toBeUndefined();
    const reopened = asked("14:00", closed);
    expect(reopened.response).toMatchObject({ kind: "next-response", startedAt: at("14:00") });
    expect(reopened.resolution && Sla.secondsLeft(reopened.resolution, at("14:00"), policy.calendar)).toBe(22 * 3600);
  });
});
