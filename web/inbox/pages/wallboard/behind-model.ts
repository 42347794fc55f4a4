import type { Happening } from "../../data/inbox/happening.ts";
import { dayAfter, hourIn, todayIn, weekdayOf } from "../../ui/time-model.ts";
import { listPath } from "../frame/model.ts";

type WeekHour = { weekday: number; hour: number };

/**
 * The list of what an hour of the week counts. The weeks end with the hour that runs now: of today, an hour that is over
 * has taken the place of the same one four weeks ago.
 */
export const weekHourPath = (
  { hour, weekday }: WeekHour,
  event: Happening,
  { timeZone, weeks }: { timeZone: string; weeks: number },
  now: number,
): string => {
  const today = todayIn(timeZone, now);
  const isOver = weekdayOf(today) === weekday && hour < hourIn(timeZone, now);
  const from = dayAfter(today, (isOver ? 1 : 0) - weeks * 7);
  return listPath({ view: "dated", event, from, to: today, weekday: String(weekday), hour: String(hour) });
};

/** The list of what an hour that began then counts, of all teams or one. */
export const hourPath = (
  startedAt: string,
  event: Happening,
  { team, timeZone }: { timeZone: string; team: string | undefined },
): string => {
  const at = Date.parse(startedAt);
  const day = todayIn(timeZone, at);
  return listPath({ view: "dated", event, from: day, to: day, hour: String(hourIn(timeZone, at)), team });
};
