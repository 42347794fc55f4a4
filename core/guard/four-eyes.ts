import * as Instant from "#core/instant";
import type { Finding } from "./finding.ts";
import { sentencesOf } from "./word.ts";

/** Why a reply waits for a second pair of eyes. */
export const reviewReasons = ["probation", "public-promise", "locked-text", "crisis"] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export type Reviewed = {
  /** What the writer says is meant. */
  readonly findings: readonly Finding[];
  readonly visibility: "public" | "private";
  readonly isProbation: boolean;
  /** The bank is in the middle of one, or somebody's life may be. */
  readonly isCrisis: boolean;
  /** Made from a template, with its locked words changed. */
  readonly hasChangedLocks: boolean;
  /** An approved holding reply, word for word. */
  readonly isHolding: boolean;
  readonly dueAt: string | null;
  readonly now: string;
};

/**
 * Of what is found in changed words, what the words before did not say already: two people have seen that. What is promised
 * stands behind the words that promise, so their sentence has to end the same.
 */
export const newlyFound = (changed: Read, before: Read): readonly Finding[] => {
  const known = new Set(before.findings.map((finding) => saidIn(before, finding)));
  return changed.findings.filter((finding) => !known.has(saidIn(changed, finding)));
};

/** A text, and what was found in it. */
type Read = { readonly text: string; readonly findings: readonly Finding[] };

/** What is found, to the end of its sentence, word for word but for capitals, accents and signs. */
const saidIn = ({ text }: Read, { kind, start }: Finding): string => {
  const sentence = sentencesOf(text).find(({ words }) => (words.at(-1)?.end ?? 0) > start);
  const words = sentence?.words.filter(({ end }) => end > start) ?? [];
  return `${kind} ${words.map((word) => word.text).join(" ")}`;
};

/** This near its deadline, an approved holding reply leaves alone. */
const holdingMinutes = 15;

/** From when on one does. */
export const holdingFrom = (dueAt: string): string => Instant.after(dueAt, -holdingMinutes * 60);

export const reviewReasonsOf = (reply: Reviewed): readonly ReviewReason[] => {
  const { dueAt, findings, isHolding, now, visibility } = reply;
  const isNear = dueAt !== null && Date.parse(now) >= Date.parse(holdingFrom(dueAt));
  if (isHolding && isNear) return [];
  const isPromise = visibility === "public" && findings.some(({ kind }) => kind === "promise" || kind === "advice");
  const held: Readonly<Record<ReviewReason, boolean>> = {
    probation: reply.isProbation,
    "public-promise": isPromise,
    "locked-text": reply.hasChangedLocks,
    crisis: reply.isCrisis,
  };
  return reviewReasons.filter((reason) => held[reason]);
};
