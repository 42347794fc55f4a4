/**
 * Deadlines on standard output, one JSON object a line: `{"start": ISO 8601 with offset, "minutes": number,
 * "calendar": …}` becomes `{"dueAt": "…Z"}`. A calendar may name a `country` (`FR`, `DE-BY`) for its public holidays.
 * A line that cannot be answered becomes `{"error": "…"}`, and the exit code 1.
 */
import { createInterface } from "node:readline";
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import * as Sla from "#core/sla";

const DueRequest = z.object({
  start: z.string().refine(isInstant, "an instant with its offset, such as 2026-03-27T17:30:00+01:00"),
  minutes: z.number().nonnegative(),
  calendar: Sla.Calendar.extend({ country: z.string().min(2).optional() }),
});
type DueRequest = z.infer<typeof DueRequest>;

/** Holidays are written out this far ahead at first, and further while the deadline lies beyond. */
const yearsAhead = 2;

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  try {
    console.log(JSON.stringify({ dueAt: await answer(read(line)) }));
  } catch (error) {
    process.exitCode = 1;
    console.log(JSON.stringify({ error: error instanceof RangeError ? error.message : "unexpected error" }));
  }
}

function read(line: string): DueRequest {
  const request = DueRequest.safeParse(parse(line));
  if (request.success) return request.data;
  const problems = request.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new RangeError(problems.join("; "));
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new RangeError("the line is not JSON");
  }
}

async function answer({ start, minutes, calendar: { country, ...calendar } }: DueRequest): Promise<Sla.Instant> {
  const from = new Date(Temporal.Instant.from(start).epochMilliseconds);
  if (country === undefined) return Sla.dueAt(from.toISOString(), minutes * 60, calendar);
  const { withPublicHolidays } = await import("#core/sla/holiday");
  // A local date may lie in the year before the one of UTC.
  const firstYear = from.getUTCFullYear() - 1;
  for (let lastYear = firstYear + yearsAhead; ; lastYear += yearsAhead) {
    const years = { from: firstYear, to: lastYear };
    const due = Sla.dueAt(from.toISOString(), minutes * 60, withPublicHolidays(calendar, country, years));
    if (new Date(due).getUTCFullYear() < lastYear) return due;
  }
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
