import * as z from "zod";

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lower-case letters, digits and dashes, at most 40");
const Both = (characters: number) =>
  z.strictObject({ fr: z.string().trim().min(1).max(characters), en: z.string().trim().min(1).max(characters) });

/** The bank's rules for writing on social media. Its version counts up when its words change. */
export const Charter = Both(20_000).extend({ version: z.number().int().min(1) });
export type Charter = z.infer<typeof Charter>;

/** What an agent has to have learned, and how long that holds. */
export const Training = z.strictObject({
  id,
  title: Both(120),
  validDays: z.number().int().min(1).max(3650),
  /** Recorded when all exercises were passed. One training at most is. */
  byPractice: z.literal(true).exactOptional(),
});
export type Training = z.infer<typeof Training>;

export const factKinds = ["number", "fee", "hours", "page", "other"] as const;

/** Something the bank may always say, in words that were approved: a number, a fee, the hours. */
export const Fact = z.strictObject({ id, kind: z.enum(factKinds), label: Both(80), value: Both(300) });
export type Fact = z.infer<typeof Fact>;

/** What an agent needs to know before writing for the bank, and beside it. */
export const Kit = z.strictObject({
  /** Counts up with every change, so that two people do not undo one another's. */
  version: z.number().int().min(0),
  charter: Charter.optional(),
  trainings: z
    .array(Training)
    .max(50)
    .refine((all) => all.filter(({ byPractice }) => byPractice).length <= 1, "one training at most by practice"),
  facts: z.array(Fact).max(200),
});
export type Kit = z.infer<typeof Kit>;

export const emptyKit: Kit = { version: 0, trainings: [], facts: [] };
