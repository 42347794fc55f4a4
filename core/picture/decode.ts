/** What was read in a region: a text, and where each of its characters stands along the region, 0 to 1. */
export type Writing = {
  readonly text: string;
  readonly places: readonly number[];
  /** Mean certainty of the characters, 0 to 1. */
  readonly certainty: number;
};

/** The network's answer: for every step along the line, how likely each character is. Character 0 is "none". */
export type Steps = { readonly data: ArrayLike<number>; readonly steps: number; readonly characters: number };

/** Numbers of the characters that may be read, and what they are. */
export type Alphabet = ReadonlyMap<number, string>;

/**
 * The alphabet of a model's dictionary (one character a line, the space last) as far as European writing goes: a network
 * that also knows thousands of ideographs takes digits for some of them.
 */
export const alphabetOf = (dictionary: string): Alphabet =>
  new Map(
    [...dictionary.replace(/\n$/, "").split("\n"), " "].flatMap((character, index): [number, string][] =>
      /^[\x20-\x7e\u00a3\u00b0\u00b7\u00c0-\u017f\u20ac]$/.test(character) ? [[index + 1, character]] : [],
    ),
  );

/** The likeliest character of every step; the same one twice in a row is one (connectionist temporal classification). */
export const decode = ({ characters, data, steps }: Steps, alphabet: Alphabet): Writing => {
  const places: number[] = [];
  let text = "";
  let certainty = 0;
  let before = 0;
  for (let step = 0; step < steps; step += 1) {
    const best = likeliest(data, step * characters, alphabet);
    const character = alphabet.get(best.number);
    if (character !== undefined && best.number !== before) {
      text += character;
      places.push((step + 0.5) / steps);
      certainty += best.likelihood;
    }
    before = best.number;
  }
  return { text, places, certainty: text === "" ? 0 : certainty / text.length };
};

const likeliest = (data: ArrayLike<number>, start: number, alphabet: Alphabet) => {
  let best = { number: 0, likelihood: data[start] ?? 0 };
  for (const number of alphabet.keys()) {
    const likelihood = data[start + number] ?? 0;
    if (likelihood > best.likelihood) best = { number, likelihood };
  }
  return best;
};
