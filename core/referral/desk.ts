import * as z from "zod";
import * as Handoff from "#core/handoff";

/** Another desk of the bank, with a system of its own: a case file, a ticket, a customer's record. */
export const Desk = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lower-case letters, digits and dashes, at most 40"),
  name: z.strictObject({ fr: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
  /** Takes packages by POST. */
  url: Handoff.Address,
  encryptionKey: Handoff.PublicKey,
  /** What the desk signs its notices with, and as whom. */
  noticeKeys: z.array(Handoff.PublicKey).min(1).max(10),
  noticeIssuer: z.string().min(1).max(200),
});
export type Desk = z.infer<typeof Desk>;
