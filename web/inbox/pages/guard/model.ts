import type { Language, ListName, Policy } from "../../data/reply/api.ts";

export const LISTS: readonly ListName[] = ["promise", "advice", "insult"];
export const LANGUAGES: readonly Language[] = ["fr", "en"];

export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export const withList = (policy: Policy, language: Language, list: ListName, text: string): Policy => ({
  ...policy,
  lists: { ...policy.lists, [language]: { ...policy.lists[language], [list]: linesOf(text) } },
});
