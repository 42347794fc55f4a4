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

export const sticky = (source: string): RegExp => new RegExp(source, "y");
