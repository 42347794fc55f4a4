import parsePhoneNumber, { type CountryCode } from "libphonenumber-js/core";
import metadata from "libphonenumber-js/min/metadata";
import { digitsOf, Link } from "../groups.ts";
import type { Detector, Reading } from "../reading.ts";

/** Phone numbers: candidates are found here, numbering plans decide (ITU-T E.164, national plans by libphonenumber). */
export const detectPhones: Detector = (reading) => {
  const { groups } = reading;
  for (let start = 0; start < groups.start.length; start++) {
    const end = longestPhone(reading, start);
    if (end < start) continue;
    const from = groups.start[start] ?? 0;
    const prefix = /(?:\+|\(|\+\()$/.exec(reading.lower.slice(Math.max(0, from - 2), from))?.[0].length ?? 0;
    reading.hits.push({ kind: "phone", start: from - prefix, end: groups.end[end] ?? 0, rule: "phone.number" });
    start = end;
  }
};

const countries: readonly CountryCode[] = ["FR"];

const longestPhone = (reading: Reading, start: number): number => {
  const { groups, lower } = reading;
  let found = -1;
  for (let end = start; end < groups.start.length && end - start < 15; end++) {
    if (end > start && groups.link[end] === Link.apart) break;
    const digits = digitsOf(lower, groups, start, end);
    if (digits.length > 15) break;
    if (digits.length >= 8 && isPhone(reading, digits, start)) found = end;
  }
  return found;
};

const isPhone = (reading: Reading, digits: string, start: number): boolean => {
  const at = reading.groups.start[start] ?? 0;
  const plus = reading.lower[at - 1] === "+";
  if (plus || digits.startsWith("00"))
    return isValid(`+${digits.replace(/^00/, "").replace(/^(33|44|32|31|49|39|34)0/, "$1")}`);
  return digits.startsWith("0") && countries.some((country) => isValid(digits, country));
};

const isValid = (number: string, country?: CountryCode): boolean =>
  parsePhoneNumber(number, country === undefined ? {} : { defaultCountry: country }, metadata)?.isValid() ?? false;
