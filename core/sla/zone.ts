import { Temporal } from "temporal-polyfill";

/** A stretch of real time during which the wall clock of a zone runs `offset` ahead of UTC. All in milliseconds. */
export type Stretch = { readonly from: number; readonly until: number; readonly offset: number };

/** The stretches of constant offset that follow an instant, to the end of time, as the IANA database has them. */
export function* stretches(timeZone: string, from: number): Generator<Stretch> {
  let here = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  for (;;) {
    const change = here.getTimeZoneTransition("next");
    const until = change?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    yield { from: here.epochMilliseconds, until, offset: here.offsetNanoseconds / 1e6 };
    if (!change) return;
    here = change;
  }
}

/** The instant at which the wall clock of a zone shows this; the earlier where it shows it twice, the next where never. */
export const instantAt = (local: string, timeZone: string): string =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds).toISOString();
