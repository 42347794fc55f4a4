import type * as Sla from "#core/sla";

/** The time that is looked at. */
export type Span = { readonly from: Sla.Instant; readonly until: Sla.Instant };

/** Graph writes offsets without a colon, which not every reader takes: "2026-11-23T09:00:00+0000". */
export const isWithin = (at: string, { from, until }: Span): boolean => {
  const time = Date.parse(at);
  return time >= Date.parse(from) && time <= Date.parse(until);
};

/** A list whose last item is older holds nothing more; one that does not say when it was may. */
export const isBefore = (at: string | undefined, { from }: Span): boolean => Date.parse(at ?? "") < Date.parse(from);
