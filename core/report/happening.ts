import type { Fact } from "./fact.ts";

/**
 * What happens to conversations and is counted. One with a dot is part of the one before it: `closed` is closed with
 * whatever outcome, `broken` a promise of whatever kind.
 */
export const happenings = [
  "received",
  "opened",
  "heard",
  "sent",
  "sent.byPeople",
  "sent.automatic",
  "closed",
  "closed.answered",
  "closed.no-answer-needed",
  "closed.redirected",
  "reopened",
  "rated",
  "broken",
  "broken.first-response",
  "broken.next-response",
  "broken.resolution",
  "kept",
  "kept.first-response",
  "kept.next-response",
  "kept.resolution",
  "handoff.offered",
  "handoff.delivered",
  "handoff.opened",
  "handoff.signed-in",
  "handoff.case-created",
  "handoff.answered",
  "handoff.completed",
  "handoff.expired",
  "handoff.refused",
  "handoff.revoked",
  "handoff.after.offered",
  "handoff.after.delivered",
  "handoff.after.opened",
] as const;
export type Happening = (typeof happenings)[number];

/** Whether a fact is one of those that a figure counts. */
export const isOf = (fact: Fact, happening: Happening): boolean =>
  namesOf(fact).some((name) => name === happening || name.startsWith(`${happening}.`));

/** What a fact counts as, each with a figure of its own. */
export const namesOf = (fact: Fact): readonly string[] => {
  switch (fact.what) {
    case "opened":
    case "received":
    case "heard":
    case "reopened":
      return [fact.what];
    case "rated":
      return [`rated.${fact.score}`];
    case "sent":
      return [fact.isAutomatic === true ? "sent.automatic" : "sent.byPeople"];
    case "promise":
      return [`${fact.isKept ? "kept" : "broken"}.${fact.target}`];
    case "closed":
      return [`closed.${fact.outcome}`];
    case "handoff":
      return [
        `handoff.${fact.step}`,
        ...(fact.stoppedAfter === undefined ? [] : [`handoff.after.${fact.stoppedAfter}`]),
      ];
    case "answered":
    case "resolved":
    case "worked":
      return [];
    default:
      return fact satisfies never;
  }
};
