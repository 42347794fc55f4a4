/** What a list of templates is searched by. */
type Searched = { readonly name: string; readonly text: string; readonly topic: string };

const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Those of which every word of the query begins a word, those whose name does first; the order is otherwise kept. */
export const search = <Item extends Searched>(
  items: readonly Item[],
  query: string,
  topicNames: Readonly<Record<string, string>> = {},
): readonly Item[] => {
  const asked = fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (asked.length === 0) return items;
  const score = ({ name, text, topic }: Item): number => {
    const [named, said] = [fold(`${name} ${topicNames[topic] ?? topic}`), fold(text)].map(
      (words) => words.match(/[\p{L}\p{N}]+/gu) ?? [],
    );
    const begins =
      (words: readonly string[] = []) =>
      (word: string) =>
        words.some((each) => each.startsWith(word));
    if (asked.every(begins(named))) return 2;
    return asked.every((word) => begins(named)(word) || begins(said)(word)) ? 1 : 0;
  };
  return items
    .map((item) => ({ item, score: score(item) }))
    .filter((each) => each.score > 0)
    .toSorted((left, right) => right.score - left.score)
    .map(({ item }) => item);
};
