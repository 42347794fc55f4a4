/** French and English first; `more` are the other languages of Europe, of which only the names of papers are known. */
type Tongue = "fr" | "en" | "de" | "es" | "it" | "nl" | "pt" | "more";

/** Phrases over a folded view in small letters, by language; what several languages share stands in the first of them. */
export type Phrases = Readonly<Partial<Record<Tongue, RegExp | readonly RegExp[]>>>;

/** Any of them as one group of an expression, tried in the order they are listed. */
export const anyOf = (phrases: Phrases): string =>
  `(?:${Object.values(phrases)
    .flat()
    .map(({ source }) => source)
    .join("|")})`;

/** Any of them and no letter behind it, where an expression that is tried at one place starts. */
export const phrase = (phrases: Phrases): RegExp => sticky(`${anyOf(phrases)}(?![a-z])`);

/**
 * The first two letters of each word, or its only one, as a table: words of a sentence that cannot begin a phrase are
 * passed over without an expression. Letters are small and of ASCII; a word of one stands before what is no letter.
 */
export const beginnings = (words: string): { readonly has: (first: number, second: number) => boolean } => {
  const table = new Uint8Array(26 * 27);
  const placeOf = (first: number, second: number): number =>
    (first - 97) * 27 + (second >= 97 && second <= 122 ? second - 96 : 0);
  for (const word of words.split(" ")) table[placeOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  return { has: (first, second) => table[placeOf(first, second)] === 1 };
};

export const sticky = (source: string): RegExp => new RegExp(source, "y");
