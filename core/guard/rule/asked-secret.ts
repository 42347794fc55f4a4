import { type Finding, findingOf } from "../finding.ts";
import { isDenied, isDeniedBehind, isNegation, isSupposed } from "../negation.ts";
import { isAt, type Phrase, type Place, phrasesOf, placesIn, placesOf } from "../phrase.ts";
import type { Sentence, Word } from "../word.ts";
import { type Vocabulary, vocabularies } from "../words/index.ts";

/** How far what is asked for may stand from the asking; names and numbers may be asked for before it. */
const reachWords = 14;
/** How far a request may stand before its verb: "pouvez-vous, s'il vous plaît, nous donner". */
const requestWords = 6;
const elsewhereWords = 7;
/** How far behind the secret the verb may stand that asks for it. */
const behindWords = 3;
/** How far behind the secret it may be said where to type it. */
const hereWords = 5;

type Read = { readonly [Part in keyof Vocabulary]: readonly Phrase[] };

const read = (words: Vocabulary): Read =>
  Object.fromEntries(Object.entries(words).map(([part, written]) => [part, phrasesOf(written)])) as Read;

const languages = vocabularies.map(read);

/** The four last digits tell who it is and open nothing. */
const lastDigits = phrasesOf(["derniers|dernieres chiffres", "last four|4|3|three", "final four|4"]);

/**
 * A bank never asks for a code, a password or a card number. Warning of those who do, and saying where a code is typed
 * in, is no asking.
 */
export const askedSecrets = (sentence: Sentence): readonly Finding[] =>
  placesIn(sentence, lastDigits).length > 0
    ? []
    : languages.flatMap((language) => toFinding(sentence, language)).slice(0, 1);

const toFinding = (sentence: Sentence, language: Read): readonly Finding[] => {
  const asked = placesIn(sentence, language.secrets).find(
    (secret) => isSecret(sentence, secret, language) && isAsked(sentence, secret, language),
  );
  const [first, last] = [sentence.words[asked?.from ?? -1], sentence.words[(asked?.to ?? 0) - 1]];
  return first === undefined || last === undefined ? [] : [findingOf("asks-secret", first.start, last.end)];
};

/** Not the postcode, the code of a branch, nor the number of an identity card. */
const isSecret = ({ words }: Sentence, { from, to }: Place, { harmless, harmlessBefore }: Read): boolean => {
  const named = words.flatMap(({ text }, at) =>
    at >= from && at < to && /^(?:code|carte|card)/.test(text) ? [at] : [],
  );
  return !named.some(
    (at) =>
      harmless.some((phrase) => isAt(words, at + 1, phrase)) ||
      harmlessBefore.some((phrase) => isAt(words, at - 1, phrase)),
  );
};

const isAsked = (sentence: Sentence, secret: Place, language: Read): boolean => {
  const { words } = sentence;
  const before = words.slice(Math.max(0, secret.from - 4), secret.from);
  const isExcepted = before.some((word) => word.clause === words[secret.from]?.clause && isNegation(word));
  if (isExcepted || isDeniedBehind(sentence, secret)) return false;
  return (
    isAskedBy(sentence, secret, language, "commands") ||
    isAskedBy(sentence, secret, language, "headCommands") ||
    isAskedBy(sentence, secret, language, "infinitives") ||
    isAskedBy(sentence, secret, language, "questions") ||
    isAskedBehind(sentence, secret, language) ||
    isToBeTypedHere(sentence, secret, language) ||
    isAllThatIsSaid(sentence, secret, language)
  );
};

/** "Votre code secret ?", "your password, please": no verb asks, and nothing else can be meant. */
const isAllThatIsSaid = (sentence: Sentence, secret: Place, language: Read): boolean => {
  const { isQuestion, words } = sentence;
  if (!isQuestion && placesIn(sentence, language.please).length === 0) return false;
  const clause = words[secret.from]?.clause;
  const said = words.slice(words.findIndex((word) => word.clause === clause));
  const polite = placesOf(said, language.please);
  if (!isQuestion && polite.length === 0) return false;
  return leadsTo(
    said.filter((_, at) => !polite.some(({ from, to }) => at >= from && at < to)),
    language,
  );
};

/** The verb comes last: "Können Sie uns Ihre PIN nennen?", "Kunt u ons uw wachtwoord geven?" */
const isAskedBehind = (sentence: Sentence, secret: Place, language: Read): boolean => {
  const { words } = sentence;
  const behind = placesOf(words.slice(secret.to, secret.to + behindWords), language.infinitives).length > 0;
  return (
    behind &&
    placesIn(sentence, language.requests).some(
      (request) =>
        request.to <= secret.from &&
        secret.from - request.to <= requestWords &&
        leadsTo(words.slice(request.to, secret.from), language) &&
        !isDenied(sentence, request.from, request.to) &&
        !isSupposed(sentence, request.from) &&
        isOurs(words, request),
    )
  );
};

/** "Tapez votre code ici", "put your PIN in your reply". */
const isToBeTypedHere = (sentence: Sentence, secret: Place, language: Read): boolean => {
  const { words } = sentence;
  const after = words.slice(secret.to, secret.to + hereWords);
  const isAt = (typing: Place) =>
    placesOf(after, language.here).length > 0 ||
    placesOf(words.slice(typing.to, secret.from), language.here).length > 0;
  return placesIn(sentence, language.typings).some(
    (typing) =>
      typing.to <= secret.from &&
      secret.from - typing.to <= requestWords &&
      isAt(typing) &&
      leadsTo(words.slice(typing.to, secret.from), language) &&
      !isSupposed(sentence, typing.from) &&
      !isTypedElsewhere(words, typing, secret, language) &&
      (isCommand(sentence, typing, language) || isRequested(sentence, typing, language)),
  );
};

type Asking = "commands" | "headCommands" | "infinitives" | "questions";

const isAskedBy = (sentence: Sentence, secret: Place, language: Read, how: Asking): boolean =>
  placesIn(sentence, language[how]).some((asking) => {
    if (asking.from >= secret.from || secret.from - asking.to > reachWords) return false;
    if (!leadsTo(sentence.words.slice(asking.to, secret.from), language)) return false;
    if (isSupposed(sentence, asking.from)) return false;
    if (how === "questions") return !isDenied(sentence, asking.from, asking.to);
    if (isTypedElsewhere(sentence.words, asking, secret, language)) return false;
    if (how === "infinitives") return isRequested(sentence, asking, language);
    return isCommand(sentence, asking, language) && (how === "commands" || isAtHead(sentence, asking, language));
  });

/** Nothing is said before it in its clause but what is polite. */
const isAtHead = ({ words }: Sentence, { from }: Place, { please }: Read): boolean => {
  const clause = words[from]?.clause;
  const before = words.slice(0, from).filter((word) => word.clause === clause);
  const polite = placesOf(before, please);
  return before.every((_, at) => polite.some((place) => at >= place.from && at < place.to));
};

const leadsTo = (words: readonly Word[], { between, secrets }: Read): boolean => {
  const covered = new Set<number>();
  for (const { from, to } of placesOf(words, secrets)) for (let at = from; at < to; at += 1) covered.add(at);
  return words.every((_, index) => covered.has(index) || between.some((phrase) => isAt(words, index, phrase)));
};

/** At the head of its clause or after a word that is no subject of it: "who share their PIN" commands nothing. */
const isCommand = (sentence: Sentence, { from, to }: Place, { subjects }: Read): boolean => {
  const { words } = sentence;
  const before = words[from - 1];
  const hasSubject =
    before !== undefined &&
    before.clause === words[from]?.clause &&
    subjects.some((phrase) => isAt(words, from - 1, phrase));
  return !hasSubject && !isDenied(sentence, from, to);
};

const isRequested = (sentence: Sentence, { from, to }: Place, { requests }: Read): boolean =>
  placesIn(sentence, requests).some(
    (request) =>
      request.from < from &&
      from - request.to <= requestWords &&
      request.to <= from &&
      !isDenied(sentence, request.from, request.to) &&
      !isDenied(sentence, from, to) &&
      isOurs(sentence.words, request),
  );

/** "Un SMS vous demande de confirmer" is somebody else's request. */
const isOurs = (words: readonly Word[], { from }: Place): boolean => {
  if (!/^(?:demande|ask|asking|want|like)/.test(words[from]?.text ?? "")) return true;
  return (
    words.slice(Math.max(0, from - 3), from).some(({ text }) => ["je", "nous", "on", "i", "we", "d"].includes(text)) ||
    words[from]?.text === "demandons"
  );
};

/** Typed in at the machine or in the application, and not told to us. */
const isTypedElsewhere = (
  words: readonly Word[],
  asking: Place,
  secret: Place,
  { elsewhere, towardsUs }: Read,
): boolean =>
  placesOf(words.slice(asking.to, secret.to + elsewhereWords), elsewhere).length > 0 &&
  placesOf(words.slice(asking.from, secret.from), towardsUs).length === 0;
