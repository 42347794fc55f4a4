import type { MacroStep } from "../../data/api-types.ts";

/**
 * With one step more: what a conversation has one of (a holder, a priority, a team, a sleep, an end) is set once, and it is
 * closed last, since nothing is done with what is closed.
 */
export const withStep = (steps: readonly MacroStep[], added: MacroStep): MacroStep[] => {
  const kept = steps.filter((step) => subjectOf(step) !== subjectOf(added));
  return [...kept, added].toSorted((left, right) => Number(left.does === "close") - Number(right.does === "close"));
};

const subjectOf = (step: MacroStep): string =>
  step.does === "tag" || step.does === "untag" ? `tag ${step.tagId}` : step.does;
