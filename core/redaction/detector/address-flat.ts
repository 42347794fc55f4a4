import { isQuiet, type Reading } from "../reading.ts";

/**
 * Addresses around the number of a flat, whatever the street is called and wherever it is: "74 Fagradalsbraut 2, Apt. 12,
 * Egilsstadir, Iceland 18487"; and the boxes of armed forces abroad. The lines of a label may begin with a mark.
 */
export const aroundFlats = (reading: Reading): void => {
  const { groups, hits, lower } = reading;
  for (const start of groups.start) {
    if (flatEnds[lastBefore(lower, start)] !== 1) continue;
    const lead = flatBefore.exec(lower.slice(Math.max(0, start - 10), start))?.[0];
    if (lead === undefined || isQuiet(reading, start)) continue;
    const flat = start - lead.length;
    after.lastIndex = flat;
    const street = streetBefore.exec(lower.slice(Math.max(0, flat - reach), flat))?.[1];
    if (street === undefined || !after.test(lower)) continue;
    hits.push({ kind: "address", start: flat - street.length, end: after.lastIndex, rule: "address.flat" });
  }
  for (const start of groups.start) {
    if (!lower.startsWith("po", start - shortestForces) && !lower.startsWith("po,", start - shortestForces - 1))
      continue;
    const lead = forcesBefore.exec(lower.slice(Math.max(0, start - 40), start))?.[0];
    if (lead !== undefined && /^\d{5}(?:-\d{4})?(?!\d)/.test(lower.slice(start, start + 11)))
      hits.push({ kind: "address", start: start - lead.length, end: start + 5, rule: "address.forces" });
  }
};

const reach = 72;
const line = "[ \\n>?*-]{1,6}";
/** The last characters of `flatBefore` but for a space: most numbers have another before them. */
const flatEnds = new Uint8Array(0x100);
for (const one of "te.°o") flatEnds[one.charCodeAt(0)] = 1;
const lastBefore = (lower: string, at: number): number => {
  const code = lower.charCodeAt(at - 1);
  return code === 32 ? lower.charCodeAt(at - 2) : code;
};
const flatBefore = /(?<![a-z])(?:apt\.?|apartment|suite|unit|appt\.?|flat) ?(?:n[°o.] ?)?$/;
/** A number, a street of one to six words, its number behind it or not. */
const streetBefore = new RegExp(
  `(?<![a-z0-9.,/:-])(\\d{1,5}[a-z]? (?:\\d{1,5} )?(?=[^\\d\\n]{0,40}[a-z\\u00c0-\\u04ff]{3})[a-z\\u00c0-\\u04ff][^\\n!?;:]{2,44},?${line})$`,
);
/** The flat, the town, the region, the country and its postcode, as lines or parts. */
const part = "[a-z\\u00c0-\\u04ff][a-z\\u00c0-\\u04ff'.() -]{1,28}";
const after = new RegExp(
  `[a-z.]{3,9} ?(?:n[°o.] ?)?\\d{1,5}(?!\\d)[a-z]?(?:(?:,? ?${line.replace("{1,6}", "{1,8}")}|, ?)(?:${part}(?:[ ,]{1,2}\\d{4,6}(?:-\\d{4})?(?!\\d))?|\\d{4,6}(?!\\d))(?=[\\n,.?!]|$)){0,4}`,
  "y",
);
/** "po aa " */
const shortestForces = 6;
/** "PSC 7580, Box 2412, APO AA 63571", "USNS Marquez, FPO AP 08653". */
const forcesBefore =
  /(?:(?:psc|unit|cmr) ?\d{1,5},? (?:box|apt) ?\d{1,5}[ ,\n]{1,3}|(?<![a-z])us[a-z]{1,3} [a-z\u00c0-\u024f]{2,20}[ ,\n]{1,3})?[afd]po,? a[aep] $/;
