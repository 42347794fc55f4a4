import { type Reading, respelled } from "./reading.ts";

/**
 * What is drawn as letters and is none: small capitals, letters in boxes, flags' letters (Unicode 16: IPA Extensions, Enclosed
 * Alphanumeric Supplement). Those that Unicode itself decomposes are folded with the words.
 */
const smallCapitals = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz";
const drawn: ReadonlyMap<string, string> = new Map(
  [...smallCapitals].flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1] ?? ""] as const] : [])),
);
/** Capital A of the boxed, circled and flags' alphabets. */
const boxed = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6];

const lettered = /^[A-Za-z]$/;
const letterOf = (character: string): string | undefined => {
  const code = character.codePointAt(0) ?? 0;
  const first = boxed.find((each) => code >= each && code < each + 26);
  if (first !== undefined) return String.fromCharCode(0x41 + code - first);
  return (
    drawn.get(character) ?? (/\p{So}/u.test(character) ? lettered.exec(character.normalize("NFKD"))?.[0] : undefined)
  );
};

/** Signs that nobody sees. */
export const hidden = /\p{Default_Ignorable_Code_Point}+/gu;

/** Letters with a sign of the same kind between each: "c o d e", "P.I.N", one below the other. After an apostrophe none begins: "n’y a". */
const spelledOut =
  /(?<![\p{L}\p{N}'’])[\p{L}\p{N}]\p{M}*(?<sign>[^\p{L}\p{N}\p{M}'’]{1,3})[\p{L}\p{N}]\p{M}*(?:\k<sign>[\p{L}\p{N}]\p{M}*)+(?![\p{L}\p{N}])/gu;

/** Words that are spelled out, put together. Digits alone are a number's, not a word's. */
export const joinSpelled = (reading: Reading): Reading =>
  respelled(reading, spelledOut, ({ 0: run }) => {
    const word = run.replace(/[^\p{L}\p{N}\p{M}]/gu, "");
    return word.replace(/[^\p{L}]/gu, "").length < 2 ? undefined : word;
  });

/** What stands within a word and parts none: marks of emphasis, pictures, the tags of a page. */
const within =
  /(?<=[\p{L}\p{N}>])(?:[*_~`|^]|\p{Extended_Pictographic}|<\/?[a-z]{1,10}>)+(?=[\p{L}\p{N}<])|<\/?[a-z]{1,10}>/giu;
/** Signs that stand for letters within a word. */
const signs: Readonly<Record<string, string>> = { "@": "a", $: "s", "€": "e", "!": "i", "¡": "i", "£": "l" };
/** Right to left by order (UAX #9, 2.2): what is written backwards is shown forwards. */
const backwards = /[\u202d\u202e](?<said>[^\u202c\n]*)\u202c?/gu;

/**
 * A text in which letters are no longer hidden: what is drawn, spelled out, parted or written backwards stands in plain letters.
 * Accents and other alphabets are left to the folding of words.
 */
export const undisguised = (written: Reading): Reading => {
  let reading = respelled(written, backwards, ({ groups }) => [...(groups?.["said"] ?? "")].toReversed().join(""));
  reading = respelled(reading, hidden, () => "");
  reading = respelled(reading, /&#(?:x(?<hex>[0-9a-f]{2,5})|(?<decimal>\d{2,6}));/gi, ({ groups }) => {
    const { decimal, hex } = groups ?? {};
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  });
  reading = respelled(reading, /[\u0180-\uffff]|[\u{1f100}-\u{1f1ff}]/gu, ({ 0: character }) => letterOf(character));
  reading = respelled(reading, within, () => "");
  reading = joinSpelled(reading);
  reading = respelled(reading, /\b[nN][°º](?=\s?\p{L})/gu, () => "numero");
  reading = respelled(reading, /(?<=[\p{L}\p{N}])\$\$(?=[\p{L}\p{N}])/gu, () => "ss");
  return respelled(reading, /(?<=[\p{L}\p{N}])[@$€!¡£](?=[\p{L}\p{N}])/gu, ({ 0: sign }) => signs[sign]);
};
