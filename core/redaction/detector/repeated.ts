import { isCounted } from "../cue.ts";
import { countDigits } from "../groups.ts";
import type { Kind } from "../kind.ts";
import { type Detector, type Hit, isQuiet, type Reading } from "../reading.ts";

/** What was found once: a second one beside it ("my pin is 1234 or 4321", "je répète …"), and the same number elsewhere. */
export const repeated: Detector = {
  name: "repeated",
  digits: 4,
  detect: (reading) => {
    const { hits } = reading;
    if (!hits.some(({ kind }) => numbered.has(kind))) return;
    const firsts = hits.filter(({ kind }) => numbered.has(kind));
    for (const hit of firsts) second(reading, hit);
    elsewhere(reading, firsts);
  },
};

const numbered: ReadonlySet<Kind> = new Set<Kind>([
  "security-code",
  "secret",
  "account",
  "customer-number",
  "national-id",
  "passport",
]);

const said =
  "je (?:vous )?(?:le )?(?:repete|redis)|i repeat|again|ich wiederhole|repito|ripeto|ik herhaal|encore une fois|une fois de plus";
const other = "ou|or|oder|of|et|and|und|y|e|en|puis|then|dann|luego|poi|sinon|soit";
const next = new RegExp(
  `,?(?: (?:virgule|comma|komma|coma|virgola))?[ ,]{1,2}(?:(${said})|${other})(?: (?:bien|alors|peut-etre|maybe|le|la|the|c'est|it was|vielleicht)){0,2}[ :,]{1,3}([a-z]?\\d[a-z\\d]{2,19}(?:[ .-]\\d{2,6}){0,4})(?![a-z\\d]|[.,:/]\\d)`,
  "y",
);

/** As many digits as the first, or any number that is said to be the same. */
const second = (reading: Reading, { kind, start, end }: Hit): void => {
  const { hits, lower } = reading;
  next.lastIndex = end;
  const match = next.exec(lower);
  const value = match?.[2];
  if (match === null || value === undefined) return;
  const from = next.lastIndex - value.length;
  const isSame = match[1] !== undefined || countDigits(value) === countDigits(lower.slice(start, end));
  if (isSame && !isCounted(reading, from, next.lastIndex))
    hits.push({ kind, start: from, end: next.lastIndex, rule: `${kind}.again` });
};

const long = 6;

/** Whole runs only, each looked up once. */
const elsewhere = (reading: Reading, firsts: readonly Hit[]): void => {
  const { groups, hits, lower } = reading;
  const kinds = new Map<string, Kind>();
  for (const { kind, start, end } of firsts) {
    const value = lower.slice(start, end);
    if (value.length >= long && value.length < 24 && /^\d+$/.test(value)) kinds.set(value, kind);
  }
  if (kinds.size === 0) return;
  const starts = new Set(firsts.map(({ start }) => start));
  for (const [at, start] of groups.start.entries()) {
    const end = groups.end[at] ?? 0;
    const kind = end - start < 24 ? kinds.get(lower.slice(start, end)) : undefined;
    if (kind !== undefined && !starts.has(start) && !isQuiet(reading, start))
      hits.push({ kind, start, end, rule: `${kind}.again` });
  }
};
