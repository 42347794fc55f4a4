import { Temporal } from "temporal-polyfill";
import type { Instant } from "#core/sla";

/** One hour of the local week: conversations that began in it, and promises of a first answer that ended in it. */
export type Heat = {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly begun: number;
  readonly due: number;
  readonly broken: number;
};

type Beginning = { readonly startedAt: Instant; readonly total: number };
type Promised = { readonly startedAt: Instant; readonly kept: number; readonly broken: number };

/** Sums the past over the hours of the week on the bank's wall clock; hours in which nothing happened are left out. */
export const heat = (
  beginnings: readonly Beginning[],
  hours: readonly Promised[],
  timeZone: string,
): readonly Heat[] => {
  const cells = new Map<string, Heat>();
  const add = (at: Instant, more: Partial<Pick<Heat, "begun" | "due" | "broken">>): void => {
    const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
    const key = `${local.dayOfWeek}#${local.hour}`;
    const before = cells.get(key) ?? { weekday: local.dayOfWeek, hour: local.hour, begun: 0, due: 0, broken: 0 };
    cells.set(key, {
      ...before,
      begun: before.begun + (more.begun ?? 0),
      due: before.due + (more.due ?? 0),
      broken: before.broken + (more.broken ?? 0),
    });
  };
  for (const { startedAt, total } of beginnings) add(startedAt, { begun: total });
  for (const { broken, kept, startedAt } of hours) add(startedAt, { due: kept + broken, broken });
  return [...cells.values()];
};
