/**
 * One character as a plain one: any decimal digit as 0–9, letters without accents or ornament, every dash "-", every
 * space " ", "" for what is invisible. Built on demand from Unicode's own compatibility decompositions (UAX #15).
 */
export const fold = (codePoint: number): string => {
  if (codePoint < 0x80) return String.fromCharCode(codePoint);
  const known = folded.get(codePoint);
  if (known !== undefined) return known;
  const made = make(codePoint);
  folded.set(codePoint, made);
  return made;
};

/** A code unit folded to one code unit; 0 when it is none or several, or half of a pair. */
export const foldUnit = (unit: number): number => {
  const known = units[unit];
  if (known !== undefined && known !== 0) return known;
  if (isSurrogate(unit)) return 0;
  const piece = fold(unit);
  const code = piece.length === 1 ? piece.charCodeAt(0) : 0;
  units[unit] = code;
  return code;
};

const units = new Uint16Array(0x10000);
const folded = new Map<number, string>();

const make = (codePoint: number): string => {
  const character = String.fromCodePoint(codePoint);
  if (invisible.test(character)) return "";
  const digit = digitOf(codePoint);
  if (digit !== undefined) return digit;
  // Flags: a country's letters as regional indicators.
  if (codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff) return String.fromCharCode(codePoint - 0x1f1e6 + 65);
  const alike = lookalikes.get(character);
  if (alike !== undefined) return alike;
  if (/\p{Pd}/u.test(character)) return "-";
  if (/\p{Zs}/u.test(character)) return " ";
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "");
  if (/^[\x20-\x7e]{1,4}$/.test(plain)) return plain;
  return codePoint > 0xffff || isSurrogate(codePoint) || picture.test(character) ? other : character;
};

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Stands for an emoji, a character of the supplementary planes or half of one: one code unit that no rule reads. */
const other = "\ufffc";

/** Signs that people put between digits: "5555 ✨ 7430". */
const picture = /^(?=[\u2190-\uffff])\p{So}$/u;

/** Format characters, joiners, soft hyphen, combining marks, variation selectors, keycap, tags: shown as nothing. */
const invisible = /^(?:\p{M}|\p{Cf}|[\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800])$/u;

/** Code points of the digit zero; the nine others follow (Unicode 16, general category Nd). */
const zeroes = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
  0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0,
  0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];
/** Code points of an ornamental one and how many follow: circled, parenthesised, with a full stop, on black. */
const ones: readonly (readonly [number, number])[] = [
  [0x2460, 20],
  [0x2474, 20],
  [0x2488, 20],
  [0x24f5, 10],
  [0x2776, 10],
  [0x2780, 10],
  [0x278a, 10],
];

const digitOf = (codePoint: number): string | undefined => {
  if (codePoint >= 0x1d7ce && codePoint <= 0x1d7ff) return String((codePoint - 0x1d7ce) % 10);
  for (const zero of zeroes) if (codePoint >= zero && codePoint < zero + 10) return String(codePoint - zero);
  for (const [one, count] of ones) if (codePoint >= one && codePoint < one + count) return String(codePoint - one + 1);
  if (codePoint >= 0x24eb && codePoint <= 0x24f4) return String(codePoint - 0x24eb + 11);
  if (codePoint >= 0x1f101 && codePoint <= 0x1f10a) return String(codePoint - 0x1f101);
  return single.get(codePoint);
};

/** Chinese numerals, plain and as banks write them; the positional zero too. */
const chinese = "〇0零0一1壹1二2贰2貳2三3叁3參3四4肆4五5伍5六6陆6陸6七7柒7八8捌8九9玖9";

const single = new Map([
  ...pairs(chinese).map(([one, digit]) => [one.codePointAt(0) ?? 0, digit] as const),
  [0x24ea, "0"],
  [0x24ff, "0"],
  [0x1f100, "0"],
  [0x1f10b, "0"],
  [0x1f10c, "0"],
  [0x1f51f, "10"],
]);

/** Letters of other alphabets that look like Latin ones, ligatures, and punctuation that compatibility leaves alone. */
const lookalikes = new Map<string, string>([
  ...pairs("аaеeоoрpсcуyхxіiјjѕsАAВBЕEЗ3КKМMНHОOРPСCТTХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo"),
  ...pairs("’'‘'‚'‛'`'´'“\"”\"„\"«\"»\"‹'›'….٫,٬,،,·.•.∙.‧.・.●.⋅.▪.⁃-−-﹣-－-➖-⁄/∕/⧸/∣|¦|¡!→>➔>➜>➡>⇒>"),
  // The Greek tax number's name, ΑΦΜ, as it is written beside Latin letters: AFM.
  ["Φ", "F"],
  ["φ", "f"],
  ["α", "a"],
  ["μ", "m"],
  ["\u2028", "\n"],
  ["\u2029", "\n"],
  ["\u0085", "\n"],
  ["œ", "oe"],
  ["Œ", "OE"],
  ["æ", "ae"],
  ["Æ", "AE"],
  ["ß", "ss"],
  ["ẞ", "SS"],
  ["ø", "o"],
  ["Ø", "O"],
  ["ł", "l"],
  ["Ł", "L"],
  ["đ", "d"],
  ["Đ", "D"],
  ["ı", "i"],
  ["€", "€"],
  ["£", "£"],
  ["º", "º"],
  ["ª", "ª"],
  ["№", "n°"],
]);

function pairs(letters: string): (readonly [string, string])[] {
  const all = [...letters];
  return all.flatMap((letter, at) => (at % 2 === 0 ? [[letter, all[at + 1] ?? ""] as const] : []));
}
