import { possible, type Treatment, usual } from "#core/redaction/treatment";
import type { Rules } from "../../data/bank/api.ts";

export type Kind = keyof NonNullable<Rules["treatments"]>;
export type Visibility = "public" | "private";
export type Pattern = NonNullable<Rules["patterns"]>[number];

/** Of which the last four say something. */
const numbers: readonly Kind[] = [
  "card",
  "iban",
  "account",
  "customer-number",
  "national-id",
  "passport",
  "phone",
  "crypto",
];

/** What the page offers for a kind; a single choice is none. A link that is a fraudster's has rules of its own. */
export const offered = (kind: Kind, now: Treatment): readonly Treatment[] => {
  if (kind === "link") return ["drop"];
  return possible(kind).filter((each) => each !== "keep-last-4" || numbers.includes(kind) || each === now);
};

export const treatmentIn = ({ treatments }: Rules, kind: Kind, visibility: Visibility): Treatment => {
  const set = treatments?.[kind];
  return (typeof set === "object" ? set[visibility] : set) ?? usual(kind);
};

/** A kind that is treated as usual on both sides is not named. */
export const withTreatment = (rules: Rules, kind: Kind, visibility: Visibility, treatment: Treatment): Rules => {
  const both = {
    public: treatmentIn(rules, kind, "public"),
    private: treatmentIn(rules, kind, "private"),
    [visibility]: treatment,
  };
  const { [kind]: _, ...others } = rules.treatments ?? {};
  if (both.public !== both.private) return { ...rules, treatments: { ...others, [kind]: both } };
  return { ...rules, treatments: both.public === usual(kind) ? others : { ...others, [kind]: both.public } };
};

const shortest = 3;
const longest = 200;

/** The lines that are too short to mean one thing, or too long. */
export const unusable = (allowed: readonly string[]): readonly string[] =>
  allowed.filter(({ length }) => length < shortest || length > longest);
