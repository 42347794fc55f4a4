import type { Calendar, Interval } from "../../data/bank/api.ts";

/** "09:00-12:00, 14:00-18:00": the same in every language, and what is read back by `intervalsOf`. */
export const intervalsText = (intervals: readonly Interval[] | undefined): string =>
  (intervals ?? []).map(([opening, closing]) => `${opening}-${closing}`).join(", ");

/** Hours as people write them: "9-12, 14h-18h30". Undefined where it is none; nothing at all is a closed day. */
export const intervalsOf = (text: string): Interval[] | undefined => {
  const parts = text.split(/[,;]|\bet\b|\band\b/).map((part) => part.trim());
  const intervals = parts.filter((part) => part !== "").map(intervalOf);
  const known = intervals.filter((each) => each !== undefined).toSorted(([left], [right]) => (left < right ? -1 : 1));
  const isApart = known.every(([opening], at) => at === 0 || (known[at - 1]?.[1] ?? "") <= opening);
  return known.length === intervals.length && isApart ? known : undefined;
};

const intervalOf = (text: string): Interval | undefined => {
  const [opening, closing, more] = text.split(/[-–—]/).map(timeOf);
  if (opening === undefined || closing === undefined || more !== undefined) return undefined;
  return opening < closing && text.split(/[-–—]/).length === 2 ? [opening, closing] : undefined;
};

const timeOf = (text: string): string | undefined => {
  const [, hour = "", minute = "00"] = /^(\d{1,2})(?:\s?[:h]\s?(\d{2})?)?$/.exec(text.trim()) ?? [];
  const [hours, minutes] = [Number(hour), Number(minute)];
  const isTime = hour !== "" && minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0));
  return isTime ? `${hour.padStart(2, "0")}:${minute}` : undefined;
};

type Days = Pick<Calendar, "holidays" | "exceptions">;

/** "2026-12-25" for a day off, "2026-12-24 09:00-12:00" for one with other hours; a line a date, in their order. */
export const daysText = ({ exceptions, holidays }: Days): string =>
  [
    ...(holidays ?? []),
    ...Object.entries(exceptions ?? {}).map(([date, intervals]) => `${date} ${intervalsText(intervals)}`.trim()),
  ]
    .toSorted()
    .join("\n");

/** What the lines say, or the first one that says nothing. */
export const daysOf = (text: string): { days: Days } | { wrong: string } => {
  const holidays: string[] = [];
  const exceptions: Record<string, Interval[]> = {};
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "") continue;
    const [date, hours = ""] = [line.slice(0, 10), line.slice(10)];
    const intervals = isDate(date) ? intervalsOf(hours) : undefined;
    if (intervals === undefined) return { wrong: line };
    if (intervals.length === 0) holidays.push(date);
    else exceptions[date] = intervals;
  }
  return {
    days: {
      ...(holidays.length === 0 ? {} : { holidays: [...new Set(holidays)] }),
      ...(Object.keys(exceptions).length === 0 ? {} : { exceptions }),
    },
  };
};

const isDate = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};
