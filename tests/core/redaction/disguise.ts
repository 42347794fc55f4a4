import fc from "fast-check";

/** How people write a number so that a machine overlooks it. Each takes a written number and gives another. */
export type Trick = { readonly name: string; readonly apply: (written: string) => string };

const digits = "0123456789";
const shifted = (zero: number) => (written: string) =>
  written.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const spelt = (words: string) => {
  const all = words.split(" ");
  return (written: string) =>
    written
      .replace(/[0-9]/g, (digit) => ` ${all[Number(digit)]} `)
      .replace(/ {2,}/g, " ")
      .trim();
};
const between = (mark: string) => (written: string) => written.replace(/(?<=[0-9])(?=[0-9])/g, mark);

/** What stands between the groups, or between all digits. */
export const separators: readonly Trick[] = [
  ...[
    " ",
    "  ",
    "-",
    ".",
    "/",
    ", ",
    "_",
    "|",
    "*",
    "·",
    "–",
    "\u00a0",
    "\u202f",
    "\u2009",
    "\t",
    "\n",
    "...",
    " - ",
  ].map((mark) => ({
    name: `groups apart by ${JSON.stringify(mark)}`,
    apply: (written: string) => written.replace(/ /g, mark),
  })),
  { name: "in brackets", apply: (written) => `(${written.replace(/ /g, ")(")})` },
  { name: "linked by puis", apply: (written) => written.replace(/ /g, " puis ") },
  { name: "linked by then", apply: (written) => written.replace(/ /g, " then ") },
  { name: "together", apply: (written) => written.replace(/ /g, "") },
  { name: "each digit apart", apply: (written) => between(" ")(written.replace(/ /g, "")) },
  { name: "each digit dashed", apply: (written) => between("-")(written.replace(/ /g, "")) },
  { name: "in pairs", apply: (written) => written.replace(/ /g, "").replace(/(..)(?=.)/gu, "$1 ") },
  { name: "in threes", apply: (written) => written.replace(/ /g, "").replace(/(...)(?=.)/gu, "$1 ") },
];

/** What cannot be seen between digits. */
export const hidden: readonly Trick[] = ["\u200b", "\u200d", "\u2060", "\u00ad", "\u200e", "\ufeff", "\u034f"].map(
  (mark) => ({
    name: `invisible ${mark.codePointAt(0)?.toString(16)}`,
    apply: between(mark),
  }),
);

/** Other shapes of the same digits. */
export const shapes: readonly Trick[] = [
  { name: "full width", apply: shifted(0xff10) },
  { name: "Arabic-Indic", apply: shifted(0x660) },
  { name: "Persian", apply: shifted(0x6f0) },
  { name: "Devanagari", apply: shifted(0x966) },
  { name: "mathematical bold", apply: shifted(0x1d7ce) },
  { name: "mathematical mono", apply: shifted(0x1d7f6) },
  { name: "keycap", apply: (written) => written.replace(/[0-9]/g, "$&\ufe0f\u20e3") },
  { name: "superscript", apply: (written) => written.replace(/[0-9]/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "") },
  { name: "circled", apply: (written) => written.replace(/[0-9]/g, (digit) => "⓪①②③④⑤⑥⑦⑧⑨"[Number(digit)] ?? "") },
  { name: "entity", apply: (written) => written.replace(/[0-9]/g, (digit) => `&#${digit.charCodeAt(0)};`) },
  {
    name: "hexadecimal entity",
    apply: (written) => written.replace(/[0-9]/g, (digit) => `&#x${digit.charCodeAt(0).toString(16)};`),
  },
  { name: "O for zero", apply: (written) => written.replace(/0/g, "O") },
  { name: "l for one", apply: (written) => written.replace(/1/g, "l") },
  {
    name: "every other digit full width",
    apply: (written) => written.replace(/[02468]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  },
  { name: "French words", apply: spelt("zéro un deux trois quatre cinq six sept huit neuf") },
  { name: "English words", apply: spelt("zero one two three four five six seven eight nine") },
];

export const anyDigits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...digits), minLength: length, maxLength: length });

const luhnDigit = (stem: string): number => {
  for (let last = 0; last < 10; last++) {
    const sum = [...`${stem}${last}`]
      .toReversed()
      .reduce(
        (total, digit, at) => total + (at % 2 === 0 ? Number(digit) : digit === "9" ? 9 : (Number(digit) * 2) % 9),
        0,
      );
    if (sum % 10 === 0) return last;
  }
  return 0;
};

/** A valid card of a random issuer, in the groups of its scheme: "4970 1012 …", "3782 822463 10005". */
export const anyCard: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("4", "4970", "51", "55", "2223", "34", "37", "6011"), anyDigits(16))
  .map(([prefix, random]) => {
    const length = prefix === "34" || prefix === "37" ? 15 : 16;
    const stem = (prefix + random).slice(0, length - 1);
    const number = `${stem}${luhnDigit(stem)}`;
    return length === 15 ? number.replace(/(.{4})(.{6})/, "$1 $2 ") : number.replace(/(.{4})(?=.)/g, "$1 ");
  });

const tricks: readonly Trick[] = [...separators, ...hidden, ...shapes];
/** What writes letters or codes where digits stood: nothing that looks for digits can follow it. */
const isLast = ({ name }: Trick): boolean => /entity|words|linked/.test(name);
/** What puts letters where digits stood, of which no number word is made. */
const isLetter = ({ name }: Trick): boolean => /O for zero|l for one/.test(name);

/** Every two tricks that leave a number a person can read, in the order in which they are played. */
export const compositions: readonly (readonly [Trick, Trick])[] = tricks.flatMap((first) =>
  tricks
    .filter((second) => !isLast(first) && !(isLetter(first) && /words/.test(second.name)))
    .map((second) => [first, second] as const),
);

export const anyTricks: fc.Arbitrary<readonly [Trick, Trick]> = fc.constantFrom(...compositions);
