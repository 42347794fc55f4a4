import type { Place } from "./phrase.ts";
import type { Sentence, Word } from "./word.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const negations = set(`
  ne n jamais pas aucun aucune ni sans personne rien evitez eviter evite inutile interdit refusez gardez nul
  never not no don t nobody nothing without neither nor cannot avoid refuse needn mustn won
  nie niemals nicht kein keine keinen keiner niemand nunca jamas nadie non nessuno nooit niet geen niemand nao ninguem nem sem`);

/** "N'hésitez pas à …" asks for what follows. */
const cheering = set("hesitez hesite hesitate");
const conditions = set("si s quand lorsque lorsqu if whether when whenever unless should wenn falls");
/** These suppose where a clause begins with them, and are little words elsewhere. */
const leading = set("se als caso cuando quando");
/** What is asked begins here: what was denied before it is another matter. */
const fresh = set("veuillez merci please kindly");

export const isNegation = (word: Pick<Word, "text"> | undefined): boolean =>
  word !== undefined && negations.has(word.text);

/** Whether the words from `from` to `to` are denied: by one before them in their clause, or by one of the two after. */
export const isDenied = ({ words }: Sentence, from: number, to = from + 1): boolean => {
  const clause = words[from]?.clause;
  let start = from;
  while (start > 0 && words[start - 1]?.clause === clause && !fresh.has(words[start - 1]?.text ?? "")) start -= 1;
  const around = [...words.slice(start, from), ...words.slice(to, to + 2).filter((word) => word.clause === clause)];
  const isCheering = words.slice(start, to).some(({ text }) => cheering.has(text));
  return around.some(isNegation) && !isCheering;
};

/** In some languages what is denied comes first: "Geben Sie Ihre PIN niemals weiter". */
const behind = set("niemals nie nicht niemand niemandem nooit niet nunca ninguem nessuno nadie");

export const isDeniedBehind = ({ words }: Sentence, { from, to }: Place): boolean =>
  words.slice(to, to + 2).some(({ clause, text }) => clause === words[from]?.clause && behind.has(text));

/** Whether what stands at `at` is only supposed: "si votre carte est bloquée". */
export const isSupposed = ({ words }: Sentence, at: number): boolean => {
  const clause = words[at]?.clause;
  const before = words.slice(0, at).filter((word) => word.clause === clause);
  return before.some(({ text }) => conditions.has(text)) || leading.has(before[0]?.text ?? "");
};
