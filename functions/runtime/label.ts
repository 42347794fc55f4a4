import { createHash } from "node:crypto";
import * as Classification from "#core/classification";
import { languageOf } from "#core/classification/language";
import type * as Conversation from "#core/conversation";

/** Reasons kept of one label. */
const reasonsKept = 4;

type Reading = {
  readonly expectsAnswer: boolean;
  readonly labels: Conversation.MessageLabels;
  /** The rules' own words, by label: kept beside the log, never in it. */
  readonly why: Readonly<Record<string, readonly string[]>>;
};

/** What the rules say of a redacted text, and why. */
export const readLabels = (text: string): Reading => {
  const { abuse, alarm, complaint, doNotFeed, expectsAnswer, sentiment, topic, urgency } =
    Classification.classify(text);
  const language = languageOf(text);
  const why = Object.fromEntries(
    Object.entries({ topic, urgency, sentiment, abuse, expectsAnswer, doNotFeed, complaint, language }).flatMap(
      ([label, found]) =>
        found === undefined || found.why.length === 0 ? [] : [[label, found.why.slice(0, reasonsKept)]],
    ),
  );
  return {
    expectsAnswer: expectsAnswer.value && !doNotFeed.value,
    labels: {
      topic: topic.value,
      urgency: urgency.value,
      ...(alarm === undefined ? {} : { alarm }),
      ...(language === undefined ? {} : { language: language.value }),
      sentiment: sentiment.value,
      isAbusive: abuse.value,
      isNotToFeed: doNotFeed.value,
      suggestsComplaint: complaint.value,
      rules: Object.fromEntries(Object.entries(why).map(([label, reasons]) => [label, reasons.map(ruleId)])),
    },
    why,
  };
};

/** Names a rule in the log without its words: whoever has the lexicon finds it again. */
const ruleId = (rule: string): string => createHash("sha256").update(rule).digest("hex").slice(0, 8);
