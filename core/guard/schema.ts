import * as z from "zod";

const entries = z.array(z.string().trim().min(2).max(120)).max(500);
const Lists = z.strictObject({ promise: entries, advice: entries, insult: entries });
export type Lists = z.infer<typeof Lists>;

/** A host, without protocol or path; what is below it is known with it. */
const Host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, "a host such as www.example.com");

/**
 * What compliance decides of the words that leave. An entry of a list is a row of words: capitals and accents do not
 * matter, `|` is a choice and `*` any ending, as in `je|nous vous garanti*`.
 */
export const Policy = z.strictObject({
  /** Counts up with every change, so that two people do not undo one another's. */
  version: z.number().int().min(0),
  lists: z.strictObject({ fr: Lists, en: Lists }),
  /** Hosts that a reply may link to. */
  links: z.array(Host).max(200),
  /** While it is on, every public reply has a second pair of eyes. */
  crisis: z.boolean(),
});
export type Policy = z.infer<typeof Policy>;
