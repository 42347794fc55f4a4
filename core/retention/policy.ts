import * as z from "zod";

/**
 * How long words are kept after their conversation was closed. Not shorter than what is still at work in a closed one lives
 * (drafts, follow-ups, evidence, links: a month), not longer than commercial papers have to be kept (French Commercial Code,
 * article L123-22: ten years).
 */
export const Policy = z.strictObject({ wordsDays: z.int().min(30).max(3653) });
export type Policy = z.infer<typeof Policy>;

/** Three years after the last contact, which the CNIL's reference for customer relations names (délibération 2021-131). */
export const defaultPolicy: Policy = { wordsDays: 1095 };
