import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import type { Detector, Reading } from "../reading.ts";

/** Addresses of machines: IPv4 (RFC 791), IPv6 (RFC 4291), MAC (IEEE 802). */
export const network: Detector = {
  name: "network",
  digits: 1,
  detect: (reading) => {
    const { lower, groups, glance } = reading;
    if (glance.families & Family.stop && hasDotted(reading)) all(reading, fourth, "ip.v4", isFourth);
    if (glance.families & Family.bracket && groups.start.length > 3) all(reading, defanged, "ip.v4", isFourth);
    const colons = glance.families & Family.colon ? countOf(lower, ":", 7) : 0;
    if (colons === 7 || (colons > 1 && lower.includes("::"))) all(reading, sixth, "ip.v6", isSixth);
    const isMany = groups.start.length > 2;
    if (isMany && (colons > 4 || countOf(lower, "-", 5) === 5 || (groups.isMixed && countOf(lower, ".", 2) === 2)))
      all(reading, hardware, "ip.mac", () => true);
    if (groups.isMixed && lower.includes("mac")) detectBareHardware(reading);
  },
};

const bareHardware =
  /(?<![a-z])(?:adresse mac|mac[ -]?(?:addr(?:ess)?|adress?e?|id)?)[ :=°n.#"(]{1,4}(?:(?:est|is|de|of|my|mon|pc|telephone|phone|:) ?){0,3}([0-9a-f]{12})(?![0-9a-z])/g;

/** Twelve hexadecimal digits without a mark between, named as what they are. */
const detectBareHardware = ({ hits, lower }: Reading): void =>
  eachMatch(bareHardware, lower, ({ index, 0: text, 1: value = "" }) => {
    const end = index + text.length;
    if (/[a-f]/.test(value) && /\d/.test(value)) hits.push({ kind: "ip", start: end - 12, end, rule: "ip.mac-bare" });
  });

/** How often `mark` stands in the text; counting ends at `enough`. */
const countOf = (lower: string, mark: string, enough: number): number => {
  let count = 0;
  for (let at = lower.indexOf(mark); at >= 0 && ++count < enough; at = lower.indexOf(mark, at + 1));
  return count;
};

/** Four runs of digits with a full stop between. */
const hasDotted = ({ lower, groups }: Reading): boolean => {
  let dots = 0;
  for (let at = 1; at < groups.start.length; at++) {
    const end = groups.end[at - 1] ?? 0;
    dots = groups.start[at] === end + 1 && lower.charCodeAt(end) === 46 ? dots + 1 : 0;
    if (dots === 3) return true;
  }
  return false;
};

const fourth = /(?<![\d.])(?<!\bv|version |v\. ?|ios |android )(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}(?!\d))?(?!\d|\.\d)/g;
/** "82[.]64[.]12[.]201": written so that nobody opens it. */
const defanged = /(?<![\d.])(?:\d{1,3}(?:\[\.\]|\(\.\)|\[dot\]|\(dot\))){3}\d{1,3}(?![\d.])/g;
const sixth =
  /(?<![0-9a-z:.])(?=[0-9a-f:]{0,39}:)[0-9a-f:]{2,39}(?:\d{1,3}(?:\.\d{1,3}){3}|(?<=:)\.?)?(?:%[a-z0-9]{1,15})?(?:\/\d{1,3}(?!\d))?(?![0-9a-z:]|\.\d)/g;
const hardware =
  /(?<![0-9a-z:-])(?:[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?::[0-9a-f]{2}:[0-9a-f]{2})?|[0-9a-f]{2}(?:-[0-9a-f]{2}){5}(?:-[0-9a-f]{2}-[0-9a-f]{2})?|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![0-9a-z:-])/g;

const all = (reading: Reading, pattern: RegExp, rule: string, isValid: (text: string) => boolean): void => {
  eachMatch(pattern, reading.lower, ({ index, 0: text }) => {
    if (isValid(text)) reading.hits.push({ kind: "ip", start: index, end: index + text.length, rule });
  });
};

const isFourth = (text: string): boolean => {
  const [address = "", size] = text.split("/");
  return address.split(/[^\d]+/).every((part) => Number(part) < 256) && (size === undefined || Number(size) <= 32);
};

const isSixth = (text: string): boolean => {
  const address = text.replace(/[%/].*$/, "");
  const parts = address.split(":");
  const compressed = address.split("::").length - 1;
  if (compressed > 1 || address.includes(":::") || parts.length < 3) return false;
  const last = parts.at(-1) ?? "";
  if (last.includes(".") && !isFourth(last)) return false;
  const filled = parts.filter((part) => part !== "");
  const length = filled.length + (last.includes(".") ? 1 : 0);
  if (!filled.every((part) => part.includes(".") || part.length <= 4)) return false;
  if (compressed === 0) return length === 8;
  return (
    length < 8 && (filled.some((part) => /\d/.test(part)) || filled.length === 0) && !/^:[^:]|[^:]:$/.test(address)
  );
};
