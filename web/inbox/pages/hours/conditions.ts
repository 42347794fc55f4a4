import { AUDIENCES } from "../../data/api-types.ts";
import { CONDITIONS, type Condition, type PolicyRule } from "../../data/bank/api.ts";
import { words } from "../../language/index.ts";
import { hoursWords } from "./words.ts";

const LANGUAGES = ["fr", "en", "de", "es", "it", "pt", "nl"] as const;
const PRESSING = ["urgent", "pressing", "normal"] as const;

/** What one chooses from for a condition, and what is chosen already though nobody knows it any more. */
export const choicesOf = (condition: Condition, chosen: readonly string[]): (readonly [string, string])[] =>
  [...new Set([...valuesOf(condition), ...chosen])].map((value) => [value, nameOf(condition, value)] as const);

const valuesOf = (condition: Condition): readonly string[] => {
  switch (condition) {
    case "channel":
      return Object.keys(words().channel);
    case "topic":
      return Object.keys(hoursWords.words().topics);
    case "priority":
      return PRESSING;
    case "language":
      return LANGUAGES;
    case "segment":
      return AUDIENCES;
  }
};

const nameOf = (condition: Condition, value: string): string => {
  const say = hoursWords.words();
  const names: Readonly<Record<Condition, Readonly<Record<string, string>>>> = {
    channel: words().channel,
    topic: say.topics,
    priority: say.pressing,
    language: say.languages,
    segment: words().audience,
  };
  return names[condition][value] ?? value;
};

/** "For priority: urgent; topic: Fraud, Cards" */
export const ruleText = (when: PolicyRule["when"]): string => {
  const say = hoursWords.words();
  const told = CONDITIONS.flatMap((condition) => {
    const values = when[condition] ?? [];
    return values.length === 0
      ? []
      : [say.told(say.condition[condition], values.map((value) => nameOf(condition, value)).join(", "))];
  });
  return told.length === 0 ? say.ruleForAll : say.rule(told.join(say.also));
};
