/**
 * Deadlines on standard output, one JSON object a line: `{"start": ISO 8601 with offset, "minutes": number,
 * "calendar": …}` becomes `{"dueAt": "…Z"}`. A calendar may name a `country` (`FR`, `DE-BY`) for its public holidays.
 * A line that cannot be answered becomes `{"error": "…"}`, and the exit code 1.
 */
import { createInterface } from "node:readline";
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import * as Sla from "#core/sla";
import { refuse, refuseWords, sayWhatIsAwaited } from "./asking.ts";

const DueRequest = z.object({
  start: z.string().refine(isInstant, "an instant with its offset, such as 2026-03-27T17:30:00+01:00"),
  minutes: z.number().nonnegative(),
  calendar: Sla.Calendar.extend({ country: z.string().min(2).optional() }),
});
type DueRequest = z.infer<typeof DueRequest>;

/** Holidays are written out this far ahead at first, and further while the deadline lies beyond. */
const yearsAhead = 2;

const example = '{"start":"2026-11-27T17:30:00+01:00","minutes":120,"calendar":CALENDAR}';
const usage = `npm run -s due < lines.ndjson, each line such as ${example}; CALENDAR is {"timeZone":"Europe/Paris","weekly":{"mon":[["09:00","18:00"]]},"country":"FR"}`;

if (!refuseWords(process.argv.slice(2), usage)) {
  sayWhatIsAwaited("lines of JSON");
  const { asked, refused } = await answerAll();
  if (asked === 0) refuse("Nothing came on standard input.", usage);
  if (refused > 0) {
    process.exitCode = 1;
    console.error(`${refused} of ${asked} lines could not be answered: each says why.\nUsage: ${usage}`);
  }
}

async function answerAll(): Promise<{ asked: number; refused: number }> {
  let [asked, refused] = [0, 0];
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "") continue;
    asked += 1;
    try {
      console.log(JSON.stringify({ dueAt: await answer(read(line)) }));
    } catch (error) {
      refused += 1;
      console.log(JSON.stringify({ error: error instanceof RangeError ? error.message : "unexpected error" }));
    }
  }
  return { asked, refused };
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
