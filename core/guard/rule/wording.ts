import { type Finding, findingOf } from "../finding.ts";
import { isDenied } from "../negation.ts";
import { placesOf, remembered } from "../phrase.ts";
import type { Policy } from "../schema.ts";
import type { Sentence } from "../word.ts";

const kinds = ["promise", "advice", "insult"] as const;
const phrasesOf = remembered();

/** Promises, advice and insults by the bank's lists. What is denied promises nothing; an insult stays one. */
export const wording = (sentence: Sentence, lists: Policy["lists"]): readonly Finding[] =>
  kinds.flatMap((kind) =>
    [lists.fr[kind], lists.en[kind]].flatMap((list) =>
      placesOf(sentence.words, phrasesOf(list)).flatMap(({ from, to }) => {
        const [first, last] = [sentence.words[from], sentence.words[to - 1]];
        if (first === undefined || last === undefined) return [];
        if (kind !== "insult" && isDenied(sentence, from, to)) return [];
        return [findingOf(kind, first.start, last.end)];
      }),
    ),
  );
