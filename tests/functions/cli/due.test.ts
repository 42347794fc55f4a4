import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const root = new URL("../../..", import.meta.url).pathname;

const due = (...lines: unknown[]): { answers: unknown[]; status: number | null } => {
  const input = lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
  const run = spawnSync(process.execPath, ["functions/cli/due.ts"], { cwd: root, input, encoding: "utf8" });
  const answers = run.stdout.trimEnd().split("\n");
  return { answers: answers.map((line) => JSON.parse(line)), status: run.status };
};

const mondays = { timeZone: "Europe/Paris", weekly: { mon: [["09:00", "12:00"]] } };

test("every line gets its own answer, in order", () => {
  const { answers, status } = due(
    { start: "2026-03-27T17:30:00+01:00", minutes: 60, calendar: mondays },
    { start: "2026-03-30T06:59:59.500Z", minutes: 0.5, calendar: mondays },
    { start: "2026-03-29T23:00:00-09:00", minutes: 180, calendar: { ...mondays, holidays: ["2026-03-30"] } },
  );
  expect(answers).toEqual([
    { dueAt: "2026-03-30T08:00:00.000Z" },
    { dueAt: "2026-03-30T07:00:30.000Z" },
    { dueAt: "2026-04-06T10:00:00.000Z" },
  ]);
  expect(status).toBe(0);
});

test("a country closes its public holidays for as long as the deadline is away", () => {
  const fridays = { timeZone: "Europe/Paris", weekly: { fri: [["09:00", "10:00"]] }, country: "FR" };
  const { answers } = due(
    { start: "2026-04-30T12:00:00+02:00", minutes: 60, calendar: fridays },
    { start: "2026-04-30T12:00:00+02:00", minutes: 60 * 260, calendar: fridays },
  );
  // Six Fridays fall on a holiday: 2026-05-01, 05-08 and 12-25, 2027-01-01, 2028-07-14 and 2030-11-01.
  expect(answers).toEqual([{ dueAt: "2026-05-15T08:00:00.000Z" }, { dueAt: "2031-05-30T08:00:00.000Z" }]);
});

test("a broken line is answered where it stands and told by the exit code", () => {
  const { answers, status } = due(
    "{",
    { start: "2026-03-27T17:30:00", minutes: 60, calendar: mondays },
    { start: "2026-03-27T17:30:00Z", minutes: -1, calendar: { timeZone: "UTC", weekly: {} } },
    { start: "2026-03-27T17:30:00Z", minutes: 1, calendar: { timeZone: "UTC", weekly: {} } },
    { start: "2026-03-27T17:30:00Z", minutes: 1, calendar: mondays },
  );
  expect(answers).toEqual([
    { error: "the line is not JSON" },
    { error: "start: an instant with its offset, such as 2026-03-27T17:30:00+01:00" },
    { error: expect.stringContaining("minutes: ") },
    { error: "The calendar never opens after the start." },
    { dueAt: "2026-03-30T07:01:00.000Z" },
  ]);
  expect(status).toBe(1);
});
