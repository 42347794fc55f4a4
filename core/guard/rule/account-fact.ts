import { type Finding, findingOf } from "../finding.ts";
import { isSupposed } from "../negation.ts";
import { type Phrase, type Place, phrasesOf, placesOf } from "../phrase.ts";
import type { Sentence } from "../word.ts";
import { type Vocabulary, vocabularies } from "../words/index.ts";

const parts = ["possessives", "holdings", "standings", "amounts", "facts"] as const;
type Read = Readonly<Record<(typeof parts)[number], readonly Phrase[]>>;

const read = (words: Vocabulary): Read =>
  Object.fromEntries(parts.map((part) => [part, phrasesOf(words[part])])) as Read;
const languages = vocabularies.map(read);

const nearWords = 4;
/** Beside an account or a payment it says what the customer has or did. From the last digit on: a long number is read once. */
const amounts = /\d[\s.,]*(?:€|eur|euros?|£|gbp|pounds?|\$|usd|dollars?)\b|[€£$]\s?\d|\d\s?€/i;

/**
 * What a bank knows of its customer, told to everybody: a balance, a refusal, a blocked card. Questions, suppositions and
 * what is said of accounts in general tell nothing.
 */
export const accountFacts = (sentence: Sentence, text: string): readonly Finding[] => {
  if (sentence.isQuestion) return [];
  return languages.flatMap((language) =>
    [
      ...statedFacts(sentence, language),
      ...statedAmounts(sentence, language, text),
      ...standings(sentence, language, text),
    ].slice(0, 1),
  );
};

const statedFacts = (sentence: Sentence, { facts }: Read): readonly Finding[] =>
  placesOf(sentence.words, facts).flatMap((place) => toFinding(sentence, place));

/** "Solde : 1 250 €", "you owe £40". */
const statedAmounts = (sentence: Sentence, language: Read, text: string): readonly Finding[] =>
  placesOf(sentence.words, language.amounts).flatMap((place) =>
    tellsAmount(sentence, place, text) ? toFinding(sentence, place) : [],
  );

const standings = (sentence: Sentence, language: Read, text: string): readonly Finding[] => {
  const { words } = sentence;
  const whats = placesOf(words, language.holdings);
  const owned = placesOf(words, language.possessives).flatMap((whose) => {
    const what = whats.find(({ from }) => from >= whose.to && from - whose.to <= 1);
    return what === undefined ? [] : [{ from: whose.from, to: what.to }];
  });
  const hows = owned.length === 0 ? [] : placesOf(words, language.standings);
  return owned.flatMap((holding) => {
    const how = hows.find(
      ({ from }) => from >= holding.to && from - holding.to <= nearWords && isSameClause(sentence, holding, from),
    );
    if (how !== undefined) return toFinding(sentence, { from: holding.from, to: how.to });
    return tellsAmount(sentence, holding, text) ? toFinding(sentence, holding) : [];
  });
};

const isSameClause = ({ words }: Sentence, holding: Place, at: number): boolean =>
  words[holding.from]?.clause === words[at]?.clause;

const tellsAmount = ({ words }: Sentence, holding: Place, text: string): boolean => {
  const after = words[holding.to];
  const last = words[Math.min(words.length, holding.to + nearWords + 2) - 1];
  return after !== undefined && last !== undefined && amounts.test(text.slice(after.start, last.end + 2));
};

const toFinding = (sentence: Sentence, { from, to }: Place): readonly Finding[] => {
  const [first, last] = [sentence.words[from], sentence.words[to - 1]];
  if (first === undefined || last === undefined || isSupposed(sentence, from)) return [];
  return [findingOf("account-fact", first.start, last.end)];
};
