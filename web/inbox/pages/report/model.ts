import { isDay } from "../../data/inbox/happening.ts";
import { BREAKDOWNS, type Figures, type Question } from "../../data/report/api.ts";
import { dayAfter, weekdayOf } from "../../ui/time-model.ts";

export const PRESETS = ["today", "week", "last-week", "month", "last-month", "quarter"] as const;
export type Preset = (typeof PRESETS)[number];
export type Days = { from: string; to: string };

/** A preset's days, the last one included; weeks begin on Monday. `today` is a local date, "2026-11-25". */
export const daysOf = (preset: Preset, today: string): Days => {
  const monday = dayAfter(today, 1 - weekdayOf(today));
  const first = `${today.slice(0, 8)}01`;
  switch (preset) {
    case "today":
      return { from: today, to: today };
    case "week":
      return { from: monday, to: today };
    case "last-week":
      return { from: dayAfter(monday, -7), to: dayAfter(monday, -1) };
    case "month":
      return { from: first, to: today };
    case "last-month": {
      const to = dayAfter(first, -1);
      return { from: `${to.slice(0, 8)}01`, to };
    }
    case "quarter":
      return { from: dayAfter(today, -89), to: today };
  }
};

/** The part of promises that were kept, 0 to 1; undefined where none fell due. */
export const keptRate = ({ kept, broken }: { kept: number; broken: number }): number | undefined =>
  kept + broken === 0 ? undefined : kept / (kept + broken);

export const closedCount = ({ closed }: Figures): number =>
  closed.answered + closed["no-answer-needed"] + closed.redirected;

/** Of a hundred closed, how many came back. */
export const reopenRate = (figures: Figures): number | undefined => rate(figures.reopened, closedCount(figures));

/** Of those who were offered the secure channel, how many arrived. */
export const arrivalRate = ({ handoff }: Figures): number | undefined =>
  rate(Math.max(handoff["signed-in"], handoff["case-created"]), handoff.offered);

/** What one closed conversation cost, in hundredths of the currency. */
export const costOfOne = (figures: Figures): number | undefined =>
  figures.costCents === null || closedCount(figures) === 0 ? undefined : figures.costCents / closedCount(figures);

const rate = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

export const isEmpty = (figures: Figures): boolean =>
  figures.received +
    figures.heard +
    figures.opened +
    figures.sent.byPeople +
    figures.sent.automatic +
    closedCount(figures) ===
    0 && figures.workSeconds === 0;

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What the address asks for; this week by day where it says nothing usable. */
export const questionOf = (search: Search, today: string): Question => {
  const usual = daysOf("week", today);
  const text = (name: string): string | undefined => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const day = (name: "from" | "to"): string => {
    const given = text(name);
    return given !== undefined && isDay(given) ? given : usual[name];
  };
  const [team, channel, topic] = [text("team"), text("channel"), text("topic")];
  return {
    from: day("from"),
    to: day("to"),
    by: BREAKDOWNS.find((each) => each === search["by"]) ?? "day",
    ...(team === undefined ? {} : { team }),
    ...(channel === undefined ? {} : { channel }),
    ...(topic === undefined ? {} : { topic }),
  };
};

/** Which preset these days are; undefined for days of one's own. */
export const presetOf = ({ from, to }: Days, today: string): Preset | undefined =>
  PRESETS.find((preset) => {
    const days = daysOf(preset, today);
    return days.from === from && days.to === to;
  });
