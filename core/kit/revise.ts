import type { Kit } from "./schema.ts";

/** The kit as it is to be kept: other words of the charter are another version of it, which everybody accepts anew. */
export const revise = (before: Kit, next: Kit): Kit => {
  const version = before.version + 1;
  const { charter } = next;
  if (charter === undefined) return { ...next, version };
  const isSame = before.charter?.fr === charter.fr && before.charter.en === charter.en;
  const last = before.charter?.version ?? 0;
  return { ...next, version, charter: { ...charter, version: isSame ? last : last + 1 } };
};

/** Approved facts by id, for the variables of templates. */
export const factsIn = ({ facts }: Kit, language: "fr" | "en"): Readonly<Record<string, string>> =>
  Object.fromEntries(facts.map(({ id, value }) => [id, value[language]]));

/** Which parts differ, for the log. */
export const differences = (before: Kit, after: Kit): readonly string[] =>
  (["charter", "trainings", "facts"] as const).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
