import { search } from "#core/template/search";
import type { Content, Template, Version } from "../../data/reply/api.ts";

/** The version one looks at first: what is being worked on, else what is in use. */
export const currentOf = ({ approved, ended, working }: Template): Version | undefined =>
  working ?? approved ?? ended ?? undefined;

/** Every version, the newest first, each with the words of the one before it; the first has none. */
export const versionsOf = (
  { approved, ended, working }: Template,
  past: readonly Version[],
): { version: Version; before: string | undefined }[] => {
  const byNumber = new Map(
    [...past, ...[ended, approved, working].flatMap((each) => each ?? [])].map((each) => [each.number, each]),
  );
  const sorted = [...byNumber.values()].toSorted((left, right) => right.number - left.number);
  return sorted.map((version, at) => ({ version, before: sorted[at + 1]?.content.body }));
};

export const statesOf = ({ approved, ended, working }: Template): Version["state"][] =>
  [approved, working, ended].flatMap((version) => (version ? [version.state] : []));

type Wanted = { query: string; state: string };

export const shownOf = (templates: readonly Template[], { query, state }: Wanted): Template[] => {
  const items = templates.flatMap((template) => {
    const content = currentOf(template)?.content;
    const isWanted = state === "" ? !template.ended : statesOf(template).some((each) => each === state);
    return content && isWanted ? [{ template, name: content.name, topic: content.topic, text: content.body }] : [];
  });
  return search(items, query).map(({ template }) => template);
};

export const blank = (language: string): Content => ({
  name: "",
  topic: "other",
  language: language === "fr" ? "fr" : "en",
  channels: [],
  audience: "public",
  body: "",
});

/** Days of a date field, as instants. */
export const dayOf = (at: string | undefined): string => at?.slice(0, 10) ?? "";
export const instantOf = (day: string): string | undefined => (day === "" ? undefined : `${day}T00:00:00.000Z`);
