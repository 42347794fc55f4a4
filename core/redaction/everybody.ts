import type { Reading } from "./reading.ts";

/**
 * "Le code par défaut est 0000", "everyone uses 1234": a code that anybody would try, said of no one. Any other number
 * beside these words, and one that is said to be the writer's, is a code.
 */
export const isOfEverybody = ({ lower }: Reading, start: number, end: number): boolean => {
  const digits = lower.slice(start, end).replace(/\D/g, "");
  if (!plain.test(digits)) return false;
  const ahead = lower.slice(Math.max(0, start - reach), start);
  const from = Math.max(ahead.lastIndexOf("\n"), ahead.lastIndexOf(". "), ahead.lastIndexOf("! "));
  const left = ahead.slice(from + 1);
  return (
    !own.test(left) && (common.test(left) || common.test(lower.slice(end, end + reach).split(/[\n.!?;]/, 1)[0] ?? ""))
  );
};

const reach = 48;
const plain = /^(?:(\d)\1{3,7}|1234(?:5(?:6(?:78?)?)?)?)$/;
const common =
  /(?<![a-z])(?:par defaut|d'usine|d'origine|par exemple|exemples?|tout le monde|les gens|n'importe qui|default|factory|e\.g|examples?|every(?:one|body)|people|standardmassig|werkseinstellung|zum beispiel|por defecto|por ejemplo|predefinit[oa]|standaard|bijvoorbeeld|por defeito|por omissao|por exemplo)(?![a-z])/;
const own =
  /(?<![a-z])(?:mon|ma|mes|j'ai|je|my|mine|i|i've|mein|meine|ich|mi|he|mio|mia|ho|mijn|ik|heb|meu|minha|our|notre|sa|son|his|her)(?![a-z])/;
