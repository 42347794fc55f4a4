import { coveredBy } from "../covered.ts";
import { isBought, isLastFour } from "../cue.ts";
import { isOfEverybody } from "../everybody.ts";
import { type Free, freeNumbers, Role } from "../free.ts";
import type { Detector } from "../reading.ts";
import { isNamedBefore, type Said, Sense, saidAround, senseOf } from "../sense.ts";

/**
 * Security codes, PIN and one-time codes by the sentence they stand in, whatever its order: a number of their length that
 * counts nothing, where the message speaks of them. PCI DSS 4.0.1, 3.3.1.2 and 3.3.1.3: nothing is kept.
 */
export const codeNear: Detector = {
  name: "code-near",
  digits: 3,
  detect: (reading) => {
    const numbers = freeNumbers(reading);
    if (numbers === undefined) return;
    const { hits, lower } = reading;
    const isCovered = coveredBy(hits);
    for (const number of numbers) {
      const { start, end, digits } = number;
      if (isCovered(start, end)) continue;
      const said = saidAround(lower, start, end);
      if (isSecurityCode(number, said, numbers.length === 1) && !isPriced(number, lower))
        hits.push({ kind: "security-code", start, end, rule: "security-code.near" });
      else if (
        digits.length > 3 &&
        isSecret(number, said, lower) &&
        !isLastFour(reading, start) &&
        !isOfEverybody(reading, start, end)
      )
        hits.push({ kind: "secret", start, end, rule: "secret.near" });
    }
  },
};

const isSecurityCode = (
  { digits, lead, first, next, isDated, isLed }: Free,
  { sentence, around }: Said,
  isOnly: boolean,
): boolean => {
  if (digits.length === 4)
    return isLed && (sentence & Sense.amex) !== 0 && (sentence & (Sense.code | Sense.figures)) !== 0;
  if (digits.length !== 3) return false;
  if (next & Role.as && sentence & Sense.codeWord && (sentence & Sense.other) === 0) return true;
  const said = isLed ? around : sentence;
  if (said & Sense.code || (said & Sense.counted && isOnly)) return true;
  if (said & Sense.crypto)
    return (around & Sense.coin) === 0 && (isDated || (around & (Sense.card | Sense.shown | Sense.own)) !== 0);
  if (sentence & Sense.signature) return true;
  if (isDated) return (around & (Sense.card | Sense.lasting | Sense.own | Sense.codeWord)) !== 0;
  if (sentence & Sense.other) return false;
  const isSaid = (lead & (Role.back | Role.copula)) !== 0 || (first & Role.back) !== 0;
  return (said & Sense.back) !== 0 && (said & Sense.shown || (isSaid && sentence & Sense.back)) !== 0;
};

/** "Demandé à chaque achat de plus de 30 euros, avant c'était 150", "120 for a new card?": compared with an amount, or asked for something; and round. */
const isPriced = ({ start, end, digits, isDated, isPointed }: Free, lower: string): boolean =>
  digits.endsWith("0") &&
  !isDated &&
  !isPointed &&
  (priced.test(lower.slice(Math.max(0, start - compareReach), start)) || forOne.test(lower.slice(end, end + 12)));
const forOne = /^ (?:for|pour|fur|por|per|voor) (?:an?|une?|eine?|een|uma?) /;
const compareReach = 72;
const priced =
  /\d ?(?:€|£|\$|euros?|eur|quid|pounds?|balles|dollars?)(?![a-z])[^.!?\n]{0,32}(?:avant|jusqu'ici|used to|before|fruher|antes|prima|eerst)(?: (?:c'etait|c'est|be|it was|war|era|was))? $/;

/** "Erreur 4012", "guichet 0472": the word before it, or the one before that, names another number. */
const isNumberOfElse = (lower: string, start: number): boolean =>
  (senseOf(lower, Math.max(0, start - elseReach), start) & Sense.otherBeside) !== 0;
const elseReach = 14;
const lasts = /(?<![a-z])(?:last|derniers|letzten|ultim[oia]s?|laatste)(?![a-z])/;
const before = (lower: string, start: number): string => lower.slice(Math.max(0, start - lastsReach), start);
const lastsReach = 72;

/** What is a round amount, and directory enquiries of France. */
const neverSent = /000$|^118/;
const yearOrRound = /^(?:(?:19|20)\d\d|\d{2}00)$/;

const isSecret = (
  { start, digits, lead, first, next, isLed, isPointed }: Free,
  { sentence, around }: Said,
  lower: string,
): boolean => {
  if (sentence & Sense.other || isNumberOfElse(lower, start) || isBought(lower, start)) return false;
  const isYearOrRound = yearOrRound.test(digits);
  if (!isYearOrRound && around & Sense.secret && (isLed || isNamedBefore(lower, start))) return true;
  const isTyped =
    (lead & Role.typing) !== 0 || ((lead & Role.between) !== 0 && ((first & Role.typing) | (next & Role.typed)) !== 0);
  const isTold = isPointed || (lead & Role.copula) !== 0;
  if (digits.length === 6 && (around & Sense.message || (isTyped && !neverSent.test(digits)))) return true;
  const isOfMachine = (around & Sense.machine) !== 0 && !(next & Role.into && digits.endsWith("0"));
  if (isYearOrRound) return isTyped && isOfMachine && digits.startsWith("19");
  if (digits.length === 4)
    return (
      (isTyped && isOfMachine) ||
      (isTold && (sentence & Sense.codeWord) !== 0) ||
      (isTold && isOfMachine && (sentence & Sense.figures) !== 0 && !lasts.test(before(lower, start)))
    );
  if (digits.length === 8) return (isTyped || isTold || (lead & Role.received) !== 0) && (around & Sense.message) !== 0;
  return digits.length < 7 && isTyped && isOfMachine;
};
