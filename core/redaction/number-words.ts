/**
 * Words that spell digits, and how they combine: "quarante-neuf soixante-dix" is 49 70, "double four" 44. French and
 * English whole, the other languages up to a hundred.
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

/** German, Dutch and Italian write a ten with its unit as one word: 21 to 29, 31 to 39 … */
const oneWord = (
  tens: string,
  write: (ten: string, unit: number) => readonly string[],
): readonly (readonly [string, Part])[] =>
  tens
    .split(" ")
    .flatMap((ten, at) =>
      [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((one) =>
        write(ten, one).map((word) => [word, { is: "teen", digits: String((at + 2) * 10 + one) }] as const),
      ),
    );
const german = " ein zwei drei vier funf sechs sieben acht neun".split(" ");
const dutch = " een twee drie vier vijf zes zeven acht negen".split(" ");
const italian = " uno due tre quattro cinque sei sette otto nove".split(" ");
const germanTens = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig";
const dutchTens = "twintig dertig veertig vijftig zestig zeventig tachtig negentig";
const italianTens = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta";
const spanishTwenties = "uno dos tres cuatro cinco seis siete ocho nueve";

export const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...unit("zero um dois tres quatro cinco seis sete oito nove"),
  ...unit("zero uno due tre quattro cinque sei sette otto nove"),
  ...unit("cero uno dos tres cuatro cinco seis siete ocho nueve"),
  ...unit("null eins zwei drei vier funf sechs sieben acht neun"),
  ...unit("nul een twee drie vier vijf zes zeven acht negen"),
  ...unit("zero one two three four five six seven eight nine"),
  ...unit("zero un deux trois quatre cinq six sept huit neuf"),
  ...unit("oh une zwo"),
  ...mistyped("zerro0 deus2 troi3 troix3 quattre4 quatr4 sinq5 cinc5 siz6 sis6 set7 sett7 huite8 neuff9 neuve9"),
  ["nought", { is: "unit", digits: "0" }],
  ["nil", { is: "unit", digits: "0" }],
  ...counted("teen", "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10, 1),
  ...counted("teen", "dix onze douze treize quatorze quinze seize", 10, 1),
  ...counted("ten", "twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
  ...counted("ten", "vingt trente quarante cinquante soixante septante huitante nonante", 20, 10),
  ...counted("teen", "zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn", 10, 1),
  ...counted("teen", germanTens, 20, 10),
  ...oneWord(germanTens, (ten, one) => [`${german[one]}und${ten}`]),
  ...counted("teen", "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien", 10, 1),
  ...counted("teen", dutchTens, 20, 10),
  ...oneWord(dutchTens, (ten, one) => [`${dutch[one]}en${ten}`]),
  ...counted("teen", "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove", 10, 1),
  ...counted("teen", italianTens, 20, 10),
  // The vowel of the ten goes before one and eight: "ventuno", "ventotto".
  ...oneWord(italianTens, (ten, one) => [
    one === 1 || one === 8 ? ten.slice(0, -1) + italian[one] : ten + italian[one],
  ]),
  ...counted("teen", "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte", 10, 1),
  ...counted("teen", spanishTwenties.replace(/(?<![a-z])(?=[a-z])/g, "veinti"), 21, 1),
  ...counted("ten", "treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
  ...counted("teen", "dez onze doze treze catorze quinze dezasseis dezassete dezoito dezanove", 10, 1),
  ["dezesseis", { is: "teen", digits: "16" }],
  ["dezessete", { is: "teen", digits: "17" }],
  ["dezenove", { is: "teen", digits: "19" }],
  ...counted("ten", "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10),
  ["octante", { is: "ten", digits: "80" }],
  ["vingts", { is: "ten", digits: "20" }],
  ["hundred", { is: "hundred" }],
  ["cent", { is: "hundred" }],
  ["cents", { is: "hundred" }],
  ["thousand", { is: "thousand" }],
  ["mille", { is: "thousand" }],
  ["double", { is: "repeat", times: 2 }],
  ["triple", { is: "repeat", times: 3 }],
  ...repeats("doppel doppelt zweimal doble doppio dubbel tweemaal duplo", 2),
  ...repeats("treble dreifach dreimal triplo drievoudig driedubbel driemaal", 3),
]);

function repeats(words: string, times: number): readonly (readonly [string, Part])[] {
  return words.split(" ").map((word) => [word, { is: "repeat", times }] as const);
}

/** French words as they are mistyped, each with its digit. */
function mistyped(words: string): readonly (readonly [string, Part])[] {
  return words.split(" ").map((word) => [word.slice(0, -1), { is: "unit", digits: word.slice(-1) }] as const);
}
