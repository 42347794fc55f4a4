import { type Finding, findingOf } from "../finding.ts";
import type { Sentence } from "../word.ts";
import { telling } from "../words/language.ts";

/** As many words tell a language; fewer of another are a name or a quotation. */
const tellingAtLeast = 4;
const timesTheOther = 4;

/** A reply in French to who wrote English, or the other way round. Other languages a bank may answer in either. */
export const wrongLanguage = (sentences: readonly Sentence[], customer: string | undefined): readonly Finding[] => {
  if (customer !== "fr" && customer !== "en") return [];
  const words = sentences.flatMap((sentence) => sentence.words);
  const count = (language: "fr" | "en") => words.filter(({ text }) => telling[language].has(text)).length;
  const [own, other] = [count(customer), count(customer === "fr" ? "en" : "fr")];
  const [first, last] = [words.at(0), words.at(-1)];
  const isOther = other >= tellingAtLeast && other >= own * timesTheOther;
  return isOther && first !== undefined && last !== undefined ? [findingOf("language", first.start, last.end)] : [];
};
