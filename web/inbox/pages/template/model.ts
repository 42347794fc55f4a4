import { search } from "#core/template/search";
import type { Content, Template, Version } from "../../data/reply/api.ts";

export const TOPICS = [
  "lost-card",
  "fraud-doubt",
  "fees",
  "app-down",
  "opening-hours",
  "complaint-received",
  "thanks",
  "secure-channel",
  "identity-needed",
  "out-of-hours",
  "holding",
  "other",
] as const;

/** The version one looks at first: what is being worked on, else what is in use. */
export const currentOf = ({ approved, ended, working }: Template): Version | undefined =>
  working ?? approved ?? ended ?? undefined;

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

export const authorOf = (version: Version): string | undefined =>
  version.steps.findLast(({ did }) => did === "written")?.by;

/** Days of a date field, as instants. */
export const dayOf = (at: string | undefined): string => at?.slice(0, 10) ?? "";
export const instantOf = (day: string): string | undefined => (day === "" ? undefined : `${day}T00:00:00.000Z`);
