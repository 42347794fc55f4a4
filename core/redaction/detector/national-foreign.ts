import { eachMatch } from "../each-match.ts";
import { fold } from "../fold.ts";
import type { Reading } from "../reading.ts";

/** Identifiers named in Bulgarian, Greek and other scripts: the view turns the letters that look like Latin ones into these, so the cues are folded as it does. */
export const foreignIds = ({ glance, lower }: Reading, use: (start: number, end: number) => void): void => {
  if (!(glance.isForeign && beyondLatin.test(lower)) && !lower.includes("f.m")) return;
  eachMatch(named, lower, ({ index, 0: text, 1: value = "" }) => {
    const end = index + text.length;
    use(end - value.length, end);
  });
};

const beyondLatin = /[\u0370-\u04ff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;

/** EGN, personal number, identity card; AFM, AMKA, tax number, identity number; those of Russia, Ukraine, Thailand, Korea, China and Japan. A full stop is any character. */
const phrases =
  "снилс|инн|рнокпп|іпн|บัตรประชาชน|주민등록번호|외국인등록번호|身份证|身份證|マイナンバー|個人番号|егн|единен граждански номер|личен номер|лична карта|данъчен номер|осигурителен номер|α.φ.μ|αφμ|a.f.m|αμκα|α.μ.κ.α|αριθμός φορολογικού μητρώου|φορολογικό μητρώο|αριθμός ταυτότητας|ταυτότητα|αριθμός μητρώου";

const asRead = (phrase: string): string =>
  [...phrase]
    .map((letter) => fold(letter.codePointAt(0) ?? 0))
    .join("")
    .toLowerCase();

/** In small letters and in capitals, with accents and without: each folds differently. */
const forms = phrases
  .split("|")
  .flatMap((phrase) => [phrase, phrase.normalize("NFD").replace(/\p{M}/gu, "")])
  .flatMap((phrase) => [asRead(phrase), asRead(phrase.toUpperCase())]);

const named = new RegExp(
  `(?:${[...new Set(forms)].join("|")})[^\\d]{0,24}?((?:(?<![\u0370-\u04ffa-z])[\u0370-\u04ffa-z]{2} ?)?\\d{2,18}(?:[ .-]\\d{1,7}){0,4}x?|\\d(?:[ .-]\\d){7,17})(?!\\d)`,
  "g",
);
