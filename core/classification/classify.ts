import { type Findings, findingsIn, texts, weight } from "./finding.ts";
import { english } from "./lexicon/en.ts";
import { french } from "./lexicon/fr.ts";
import { type Alarm, alarms, type Lexicon, namedTopics, type Topic } from "./lexicon.ts";
import { hasLetters } from "./word.ts";

/** A value and why: words of the lexicon that were found, or the rule in a few words. Never the customer's own spelling. */
type Label<Value> = { readonly value: Value; readonly why: readonly string[] };

export type Classification = {
  readonly topic: Label<Topic>;
  /** Urgent is what cannot wait for the morning, `alarm` says what; pressing is what the customer calls urgent. */
  readonly urgency: Label<"urgent" | "pressing" | "normal">;
  readonly alarm?: Alarm;
  readonly sentiment: Label<"positive" | "neutral" | "negative">;
  readonly abuse: Label<boolean>;
  /** False for thanks, praise and emoji alone: they start no clock. */
  readonly expectsAnswer: Label<boolean>;
  /** Insults without a request: out of the queue and without an answer, unless an agent disagrees. */
  readonly doNotFeed: Label<boolean>;
  /** A complaint in the regulator's sense is suggested here and confirmed or refused by a person. */
  readonly complaint: Label<boolean>;
};

export const defaultLexicons: readonly Lexicon[] = [french, english];

/** Labels of a redacted text, by rules that say why. */
export const classify = (text: string, lexicons: readonly Lexicon[] = defaultLexicons): Classification => {
  const found = findingsIn(text, lexicons);
  const alarm = alarms.find((each) => found(`alarm.${each}`).length > 0);
  const request = requestIn(text, found);
  const sentiment = sentimentOf(found, request.length > 0);
  const isPraise = sentiment.value === "positive" && request.length === 0;
  const insults = texts(found("insult"));
  const complaint = texts(found("topic.complaint"));
  return {
    topic: isPraise ? { value: "praise", why: sentiment.why } : topicOf(found, alarm),
    urgency: urgencyOf(found, alarm),
    ...(alarm ? { alarm } : {}),
    sentiment,
    abuse: { value: insults.length > 0, why: insults },
    expectsAnswer: expectsAnswer(text, isPraise, request),
    doNotFeed:
      insults.length > 0 && request.length === 0
        ? { value: true, why: [...insults, "nothing is asked"] }
        : { value: false, why: request },
    complaint: { value: complaint.length > 0, why: complaint },
  };
};

/** Signs that the customer wants something. A topic counts unless it is only being praised. */
const requestIn = (text: string, found: Findings): readonly string[] => {
  const isWarm = weight(found("positive")) > 1 && found("negative").length === 0;
  const named = namedTopics.filter((topic) => topic !== "branch" && !isWarm && found(`topic.${topic}`).length > 0);
  const alarmed = alarms.filter((alarm) => found(`alarm.${alarm}`).length > 0);
  const asking = [...found("asking"), ...found("pressing")];
  return [...(text.includes("?") ? ["a question mark"] : []), ...texts(asking), ...alarmed, ...named];
};

/** Politeness at the end of a request is not delight: it takes more than a word of thanks. */
const sentimentOf = (found: Findings, isRequest: boolean): Classification["sentiment"] => {
  const against = [...found("negative"), ...found("insult")];
  const balance = weight(found("positive")) - weight(against);
  if (balance < 0) return { value: "negative", why: texts(against) };
  if (balance > (isRequest ? 2 : 0)) return { value: "positive", why: texts(found("positive")) };
  return { value: "neutral", why: [] };
};

const topicOf = (found: Findings, alarm: Alarm | undefined): Classification["topic"] => {
  if (alarm === "fraud" || alarm === "account-takeover") return { value: "fraud", why: texts(found(`alarm.${alarm}`)) };
  if (alarm === "lost-card") return { value: "cards", why: texts(found(`alarm.${alarm}`)) };
  const [best] = namedTopics
    .map((topic) => ({ topic, entries: found(`topic.${topic}`) }))
    .filter(({ entries }) => entries.length > 0)
    .toSorted((left, right) => weight(right.entries) - weight(left.entries));
  return best ? { value: best.topic, why: texts(best.entries) } : { value: "other", why: [] };
};

const urgencyOf = (found: Findings, alarm: Alarm | undefined): Classification["urgency"] => {
  if (alarm) return { value: "urgent", why: texts(found(`alarm.${alarm}`)) };
  const pressing = texts(found("pressing"));
  return { value: pressing.length > 0 ? "pressing" : "normal", why: pressing };
};

/** A message without text is a picture or a voice: somebody has to look. */
const expectsAnswer = (text: string, isPraise: boolean, request: readonly string[]): Label<boolean> => {
  if (isPraise) return { value: false, why: ["only thanks or praise"] };
  if (text.trim() !== "" && !hasLetters(text) && request.length === 0) return { value: false, why: ["only emoji"] };
  return { value: true, why: request };
};
