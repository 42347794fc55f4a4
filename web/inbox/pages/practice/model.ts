import type { Exercise, Practice } from "../../data/practice/api.ts";

export const passedCount = ({ exercises }: Practice): number => exercises.filter(({ isPassed }) => isPassed).length;

/** The one that was chosen, else the first not yet passed, else the first. */
export const nextOf = ({ exercises }: Practice, chosen: string | undefined): Exercise | undefined =>
  exercises.find(({ id }) => id === chosen) ?? exercises.find(({ isPassed }) => !isPassed) ?? exercises[0];

/** Ways on which the trainee's own words leave. */
export const isWritten = (way: string): boolean => way === "answer" || way === "private-message";
