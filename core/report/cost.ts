import * as z from "zod";

const Cents = z.number().min(0).max(10_000_000);

/** What a bank's work and messages cost, beside what a call costs it; the bank's own figures. */
export const Costs = z
  .strictObject({
    /** ISO 4217. */
    currency: z.string().regex(/^[A-Z]{3}$/, "a currency is three capital letters, such as EUR"),
    agentHourCents: Cents,
    /** A piece of work counts at most so long: what lay longer was not worked on. */
    longestWorkMinutes: z.number().min(1).max(240),
    /** What a platform takes for a message of ours, by channel; part of a cent is possible. */
    messageFeeCents: z.record(z.string().max(40), Cents).optional(),
    phoneCallCents: Cents,
  })
  .readonly();
export type Costs = z.infer<typeof Costs>;
