import { isDigit, isLetter } from "./groups.ts";
import { type Part, parts } from "./number-words.ts";
import { type Edit, rewrite, type View } from "./view.ts";

/** The view with runs of number words written as digits: "cvv un deux trois" reads "cvv 1 2 3". */
export const readSpokenNumbers = (view: View): View => {
  const edits: Edit[] = [];
  for (const run of runsOf(view.lower)) if (isNumber(run)) compose(view.lower, run, edits);
  return edits.length === 0 ? view : rewrite(view, edits);
};

type Token = { readonly word: string; readonly start: number; readonly end: number; readonly part: Part | undefined };

const linking = new Set(
  "puis then ensuite et and und y e en tiret espace dash space fois luego despues poi dopo dann danach dan daarna depois".split(
    " ",
  ),
);
const gapAtMost = 5;

const runsOf = (lower: string): readonly (readonly Token[])[] => {
  const runs: Token[][] = [];
  let run: Token[] = [];
  let last = -1;
  for (let start = 0, end = 0; start < lower.length; start = end) {
    end = endOf(lower, start);
    if (end === start) {
      end++;
      continue;
    }
    const text = lower.slice(start, end);
    const part = partOf(lower, text, start, run.at(-1));
    const isNumeric = part !== undefined || isDigit(text.charCodeAt(0));
    const joins = run.length > 0 && isNear(lower, last, start);
    // Letters that are spelt with it: "B A R C".
    if (!joins || !(isNumeric || text.length === 1 || linking.has(text))) {
      if (run.length > 0) runs.push(run);
      run = [];
    }
    if (isNumeric || run.length > 0) {
      run.push({ word: text, start, end, part });
      last = end;
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
};

/** Where the letters or the digits that start there end. */
const endOf = (lower: string, start: number): number => {
  const kind = isLetter(lower.charCodeAt(start)) ? isLetter : isDigit;
  let end = start;
  while (kind(lower.charCodeAt(end))) end++;
  return end;
};

/** Little stands between, and nothing but separators. */
const isNear = (lower: string, from: number, to: number): boolean => {
  if (to - from > gapAtMost) return false;
  for (let at = from; at < to; at++) {
    const code = lower.charCodeAt(at);
    if (separators[code] !== 1 && code !== emoji) return false;
  }
  return true;
};
const tableOf = (characters: string): Uint8Array => {
  const table = new Uint8Array(0x80);
  for (const one of characters) table[one.charCodeAt(0)] = 1;
  return table;
};
const separators = tableOf(" \t\n,.-/;:_|*()&+!?#~=\"'");
const emoji = 0xfffc;

/** What a word spells after another: "o" is a zero after an English one, "once" eleven after a Spanish one, "dos" two unless it is a back. */
const partOf = (lower: string, text: string, start: number, before: Token | undefined): Part | undefined => {
  if (text === "o") return english.has(before?.word ?? "") ? parts.get("oh") : undefined;
  if (text === "once" && !spanish.has(before?.word ?? "")) return undefined;
  return isBackside(lower, text, start) || isWithinCode(lower, text, start) ? undefined : parts.get(text);
};

const english = new Set("zero oh o one two three four five seven eight nine double triple".split(" "));

const spanish = new Set(
  "cero uno dos tres cuatro cinco seis siete ocho nueve y treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(
    " ",
  ),
);

/** "au dos un deux trois": the French back, not the Spanish two. */
const isBackside = (lower: string, word: string, at: number): boolean =>
  word === "dos" && /(?<![a-z])(?:au|le|du|ou) $/.test(lower.slice(Math.max(0, at - 4), at));

/** "61OH17087". */
const isWithinCode = (lower: string, word: string, at: number): boolean =>
  word.length < 3 && isDigit(lower.charCodeAt(at - 1)) && isDigit(lower.charCodeAt(at + word.length));

/** Three number words, or digits and words that make eight digits together, are a number being spelt. */
const isNumber = (run: readonly Token[]): boolean => {
  const words = run.filter((token) => token.part !== undefined).length;
  if (words >= 3) return true;
  const articles = Number(isArticle(run[0])) + Number(isArticle(run.at(-1)));
  return (
    words > articles && run.reduce((sum, { word, part }) => sum + (part || linking.has(word) ? 1 : word.length), 0) >= 8
  );
};

/** "un 06 12 34 56 78": an article beside a number, unless more words spell it. */
const isArticle = (token: Token | undefined): boolean => /^(?:une?|one|uno|um|een|eins)$/.test(token?.word ?? "");

/**
 * What may still be added: a unit after a ten, up to nineteen after a French score (soixante, quatre-vingt), anything
 * smaller after a hundred or a thousand; to a sealed one nothing.
 */
type Open = "sealed" | "no" | "unit" | "ten" | "score" | "dix" | "hundred" | "thousand";
/** `value` is what follows the thousands. */
type Number_ = { thousands: number; value: number; start: number; end: number; open: Open; digits?: string };

/** "double", "deux fois": how often the next digit is said; `isCounted` when a number before "fois" says so. */
type Repeat = { readonly times: number; readonly start: number; readonly isCounted?: true };

const counted = (last: Number_ | undefined): Repeat | undefined =>
  last && last.digits === undefined && (last.value === 2 || last.value === 3)
    ? { times: last.value, start: last.start, isCounted: true }
    : undefined;

const repeated = (digit: string, times: number, start: number, end: number): Number_ => ({
  thousands: 0,
  value: 0,
  start,
  end,
  open: "sealed",
  digits: digit.repeat(times),
});

const compose = (lower: string, run: readonly Token[], edits: Edit[]): void => {
  const numbers: Number_[] = [];
  let repeat: Repeat | undefined;
  run.forEach((token, at) => {
    const { part, start, end } = token;
    const last = numbers.at(-1);
    if (part === undefined) {
      if (token.word === "fois") repeat = counted(last);
      else if (!linking.has(token.word)) {
        if (repeat && !repeat.isCounted && token.word.length === 1)
          numbers.push(repeated(token.word, repeat.times, repeat.start, end));
        else if (last) last.open = "sealed";
        repeat = undefined;
      }
      return;
    }
    if (part.is === "repeat") {
      repeat = { times: part.times, start };
      return;
    }
    const isApart = isKeptApart(lower, run[at - 1]?.end ?? start, start);
    if (repeat && part.is === "unit" && !(repeat.isCounted && isApart)) {
      if (repeat.isCounted) numbers.pop();
      numbers.push(repeated(part.digits, repeat.times, repeat.start, end));
    } else if (
      !last ||
      isApart ||
      ((last.open === "ten" || last.open === "score") && isTiedOn(lower, token, run[at + 1])) ||
      !join(last, token, run[at + 1], numbers.at(-2))
    )
      numbers.push(fresh(token, part));
    repeat = undefined;
  });
  for (const { thousands, value, start, end, digits } of numbers) {
    const piece = digits ?? String(thousands * 1000 + value);
    // "…7061double oh": words glued to digits are a group of their own.
    const before = isDigit(lower.charCodeAt(start - 1)) ? " " : "";
    const after = isDigit(lower.charCodeAt(end)) ? " " : "";
    edits.push({ start, end, piece: before + piece + after });
  }
};

/** A comma or the like before a word: two numbers, not one. */
const isKeptApart = (lower: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (partings[lower.charCodeAt(at)] === 1) return true;
  return false;
};
const partings = tableOf(",.;:/|\n");

/** "vingt quatre-vingt-quinze": a hyphen ties the four to what follows. */
const isTiedOn = (lower: string, { start, end }: Token, next: Token | undefined): boolean =>
  isTwenty(next?.word) && lower[end] === "-" && lower[start - 1] !== "-";

const fresh = (token: Token, part: Exclude<Part, { is: "repeat" }>): Number_ => {
  const { start, end, word } = token;
  if (part.is === "thousand") return { thousands: 1, value: 0, start, end, open: "thousand" };
  if (part.is === "hundred") return { thousands: 0, value: 100, start, end, open: "hundred" };
  const open = part.is === "unit" ? "unit" : part.is === "ten" ? tenOf(word) : word === "dix" ? "dix" : "no";
  return { thousands: 0, value: Number(part.digits), start, end, open };
};

/** "soixante" takes the teens too; "sixty", "sesenta" do not. */
const tenOf = (word: string): Open => (word === "soixante" ? "score" : "ten");

/** Adds the token to the number before it where the language composes them. */
const join = (last: Number_, token: Token, next: Token | undefined, previous: Number_ | undefined): boolean => {
  if (last.open === "sealed") return false;
  const { part, word } = token;
  if (part === undefined || part.is === "repeat") return false;
  if (part.is === "thousand") return multiply(last, token);
  const sum = sumOf(last, part, word, next, previous);
  if (sum === undefined) return false;
  last.value = sum.value;
  last.open = sum.open;
  last.end = token.end;
  return true;
};

const multiply = (last: Number_, { end }: Token): boolean => {
  if (last.thousands > 0 || last.value === 0) return false;
  last.thousands = last.value;
  last.value = 0;
  last.open = "thousand";
  last.end = end;
  return true;
};

const sumOf = (
  last: Number_,
  part: Exclude<Part, { is: "repeat" | "thousand" }>,
  word: string,
  next: Token | undefined,
  previous: Number_ | undefined,
): { readonly value: number; readonly open: Open } | undefined => {
  const { value, open } = last;
  if (part.is === "hundred") {
    if (open === "thousand") return { value: 100, open: "hundred" };
    const isCounted = (open === "unit" && value > 0) || (value > 10 && value < 20);
    return isCounted ? { value: value * 100, open: "hundred" } : undefined;
  }
  const amount = Number(part.digits);
  if (part.is === "unit") {
    if ((open === "ten" || open === "score") && amount > 0) return { value: value + amount, open: "no" };
    if (open === "dix" && amount > 6) return { value: value + amount, open: "no" };
    const isLarge = open === "hundred" || open === "thousand";
    const alone = isLarge && amount > 0 && next?.part?.is !== "unit";
    const isOpen = open === "thousand" || isTwenty(next?.word);
    return alone ? { value: value + amount, open: isOpen ? "unit" : "no" } : undefined;
  }
  if (part.is === "teen") {
    if (open === "score" && amount < 17) return { value: value + amount, open: word === "dix" ? "dix" : "no" };
    const isLarge = open === "hundred" || open === "thousand";
    return isLarge ? { value: value + amount, open: word === "dix" ? "dix" : "no" } : undefined;
  }
  const isEighty = isTwenty(word) && open === "unit" && value % 100 === 4 && previous?.value !== 0;
  if (isEighty) return { value: value + 76, open: "score" };
  return open === "hundred" || open === "thousand" ? { value: value + amount, open: tenOf(word) } : undefined;
};

/** "quatre-vingt", "quatre-vingts". */
const isTwenty = (word: string | undefined): boolean => word === "vingt" || word === "vingts";
