import * as z from "zod";

/** Topics that words name, in the order that settles a draw. Praise and other are concluded, not named. */
export const namedTopics = ["fraud", "complaint", "cards", "payments", "loans", "online-banking", "branch"] as const;
export const topics = [...namedTopics, "praise", "other"] as const;
export type Topic = (typeof topics)[number];

/** What cannot wait, day or night. The first one found is the one that is told. */
export const alarms = ["self-harm", "threat", "account-takeover", "fraud", "lost-card"] as const;
export type Alarm = (typeof alarms)[number];

/** `asking` are the signs, beside a question mark, that something is wanted. */
const tones = ["pressing", "asking", "positive", "negative", "insult"] as const;

export type Group = `topic.${(typeof namedTopics)[number]}` | `alarm.${Alarm}` | (typeof tones)[number];

export const groups: readonly Group[] = [
  ...namedTopics.map((topic) => `topic.${topic}` as const),
  ...alarms.map((alarm) => `alarm.${alarm}` as const),
  ...tones,
];

/**
 * What words mean to a bank, in one language; the bank edits it. An entry is words, capitals and accents do not
 * matter. `*` stands for any ending, `|` for a choice of words, ` | ` for a choice of phrases, ` + ` for "near each
 * other, in any order": `carte|cb + perdue|volée`, `mot de passe | mdp`. An entry that decides is named in the label.
 */
export const Lexicon = z
  .strictObject({
    /** ISO 639-1. */
    language: z.string().length(2),
    entries: z.record(z.enum(groups), z.array(z.string().trim().min(1).max(400)).readonly()).readonly(),
  })
  .readonly();
export type Lexicon = z.infer<typeof Lexicon>;
