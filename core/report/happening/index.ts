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

/** Reports read a partition a day; what happened in more days than these is asked for in parts. */
export const longestDays = 400;
