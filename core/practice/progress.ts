import type * as Kit from "#core/kit";
import { exercises } from "./exercise.ts";

/** Which exercises were passed since practice was last finished: a training that has run out is practised anew. */
export const passedIn = (
  { practised = {}, trainings }: Kit.Standing,
  training: Kit.Training | undefined,
): readonly string[] => {
  const finishedAt = training === undefined ? "" : (trainings[training.id] ?? "");
  return exercises.filter(({ id }) => (practised[id] ?? "") > finishedAt).map(({ id }) => id);
};

export const isFinished = (passed: readonly string[]): boolean => exercises.every(({ id }) => passed.includes(id));

/** Who has learned nothing yet is new: what they write is looked at by somebody else for a while. */
export const isNew = ({ trainings }: Kit.Standing): boolean => Object.keys(trainings).length === 0;
