import { eld } from "eld/extrasmall";
import { ownText, wordsOf } from "../word.ts";
import { tellingWords } from "./telling.ts";

/** The languages customers of a European bank write in, ISO 639-1; fewer choices make short texts clearer. */
const languages = ["ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt"];

const detector = eld.newInstance();
detector.setLanguageSubset(languages);

/** What one telling word weighs against the detector's score, which lies between 0 and 1. */
const tellingWeight = 0.15;
const countedWords = 4;

/**
 * The language of a text, as the letters and the most telling words have it; undefined where there is too little to
 * tell. This room is its own because its table weighs a megabyte.
 */
export const languageOf = (text: string): { readonly value: string; readonly why: readonly string[] } | undefined => {
  const words = wordsOf(text);
  const letters = detector.detect(ownText(text));
  const scores = letters.isReliable() ? letters.getScores() : {};
  const votes = Object.entries(tellingWords).map(([language, telling]) => ({
    language,
    found: [...new Set(words.filter((word) => telling.has(word)))].slice(0, countedWords),
  }));
  const candidates = languages.map((language) => {
    const why = votes.find((vote) => vote.language === language)?.found ?? [];
    return { value: language, why, score: (scores[language] ?? 0) + why.length * tellingWeight };
  });
  const [best] = candidates.toSorted((left, right) => right.score - left.score);
  if (!best || best.score === 0) return undefined;
  return { value: best.value, why: best.why.length > 0 ? best.why : ["its letters"] };
};
