import type { News } from "../../data/news/model.ts";
import type { Words } from "../../language/words.ts";

/** Two sentences at most, however much happened: `polite` for messages, `assertive` for deadlines that passed. */
export const sentencesOf = (news: readonly News[], say: Words): { polite: string; assertive: string } => {
  const of = (kind: News["kind"]) => [
    ...new Map(news.filter((one) => one.kind === kind).map((one) => [one.id, one])).values(),
  ];
  const nameOf = (one: News | undefined) => one?.name || say.list.unknownContact;
  const [messages, breaches] = [of("message"), of("breach")];
  return {
    polite: sentence(messages, () => say.announce.message(nameOf(messages[0])), say.announce.messages),
    assertive: sentence(breaches, () => say.announce.breach(nameOf(breaches[0])), say.announce.breaches),
  };
};

const sentence = (news: readonly News[], one: () => string, many: (count: number) => string): string => {
  if (news.length === 0) return "";
  return news.length === 1 ? one() : many(news.length);
};
