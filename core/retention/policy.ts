import * as z from "zod";
import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";

/**
 * How long words are kept after their conversation was closed. Not shorter than what is still at work in a closed one lives
 * (drafts, follow-ups, evidence, links: a month), not longer than accounting documents and their vouchers have to be kept
 * (French Commercial Code, article L123-22: ten years).
 */
export const Policy = z.strictObject({
  wordsDays: z.int().min(30).max(3653),
  /** Until then nothing is erased by it. Given by `setTerm`, whoever sends what. */
  beginsAt: z.iso.datetime().optional(),
});
export type Policy = z.infer<typeof Policy>;

/**
 * What a bank that has set no term is proposed; nothing is erased by it. Three years after the last contact is what the CNIL
 * names for customer relations, in a reference that leaves banks out (délibération 2021-131 of 23 September 2021), and what
 * falls under article L561-12 of the French Monetary and Financial Code is kept five years from the end of the relation: which
 * of it a bank's talk on social networks is, the bank has to say.
 */
export const proposedDays = 1095;

/** So long may a term that erases sooner be taken back: what it erases does not come back. */
const noticeDays = 7;

/** A bank's term from now on. A first one, and a shorter one, begin after the notice; the same one stays as it is. */
export const setTerm = (before: Policy | undefined, wordsDays: number, now: Sla.Instant): Policy => {
  if (before?.wordsDays === wordsDays) return before;
  const isLonger = before !== undefined && before.wordsDays < wordsDays;
  const notice = Instant.after(now, noticeDays * Instant.daySeconds);
  const beginsAt = isLonger ? before.beginsAt : notice;
  return beginsAt === undefined || beginsAt <= now ? { wordsDays } : { wordsDays, beginsAt };
};

/** Whether words are erased by it now. */
export const isInForce = (policy: Policy | undefined, now: Sla.Instant): policy is Policy =>
  policy !== undefined && (policy.beginsAt ?? now) <= now;
