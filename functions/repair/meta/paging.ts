import * as z from "zod";

/** Cursors of a Graph list (developers.facebook.com/docs/graph-api/results). There is a next page where `next` says so. */
export const Paging = z
  .object({ next: z.string(), cursors: z.object({ after: z.string() }) })
  .partial()
  .optional();

export const pageAfter = (paging: z.infer<typeof Paging>): string | undefined =>
  paging?.next === undefined ? undefined : paging.cursors?.after;
