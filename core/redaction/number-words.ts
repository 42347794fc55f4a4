/**
 * Words that spell digits, and how they combine: "quarante-neuf soixante-dix" is 49 70, "double four" 44. French and
 * English whole, the other languages digit by digit.
 */
export type Part =
  | { readonly is: "unit" | "teen"; readonly digits: string }
  | { readonly is: "ten"; readonly digits: string }
  | { readonly is: "hundred" }
  | { readonly is: "thousand" }
  | { readonly is: "repeat"; readonly times: number };

const unit = (words: string): readonly (readonly [string, Part])[] =>
  words.split(" ").map((word, value) => [word, { is: "unit", digits: String(value) }] as const);
const counted = (is: "teen" | "ten", words: string, from: number, step: number): readonly (readonly [string, Part])[] =>
  words.split(" ").map((word, at) => [word, { is, digits: String(from + at * step) }] as const);

export const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...unit("zero um dois tres quatro cinco seis sete oito nove"),
  ...unit("zero uno due tre quattro cinque sei sette otto nove"),
  ...unit("cero uno dos tres cuatro cinco seis siete ocho nueve"),
  ...unit("null eins zwei drei vier funf sechs sieben acht neun"),
  ...unit("nul een twee drie vier vijf zes zeven acht negen"),
  ...unit("zero one two three four five six seven eight nine"),
  ...unit("zero un deux trois quatre cinq six sept huit neuf"),
  ...unit("oh une zwo"),
  ["nought", { is: "unit", digits: "0" }],
  ["nil", { is: "unit", digits: "0" }],
  ...counted("teen", "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10, 1),
  ...counted("teen", "dix onze douze treize quatorze quinze seize", 10, 1),
  ...counted("ten", "twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
  ...counted("ten", "vingt trente quarante cinquante soixante septante huitante nonante", 20, 10),
  ["octante", { is: "ten", digits: "80" }],
  ["vingts", { is: "ten", digits: "20" }],
  ["hundred", { is: "hundred" }],
  ["cent", { is: "hundred" }],
  ["cents", { is: "hundred" }],
  ["thousand", { is: "thousand" }],
  ["mille", { is: "thousand" }],
  ["double", { is: "repeat", times: 2 }],
  ["triple", { is: "repeat", times: 3 }],
]);
