import type * as Classification from "#core/classification";
import type { Conversation } from "./state.ts";

type Labelled = {
  readonly topic: Classification.Topic;
  /** Urgent is what cannot wait for the morning; pressing is what the customer calls urgent. */
  readonly urgency: "urgent" | "pressing" | "normal";
  readonly alarm?: Classification.Alarm;
  /** ISO 639-1; left out where the text is too short to tell. */
  readonly language?: string;
  readonly sentiment: "positive" | "neutral" | "negative";
  readonly isAbusive: boolean;
  /** Insults without a request: out of the queue, unless an agent disagrees. */
  readonly isNotToFeed: boolean;
};

/** What the rules say of one message, and which rules: their ids, never a word. */
export type MessageLabels = Labelled & {
  readonly suggestsComplaint: boolean;
  readonly rules: Readonly<Record<string, readonly string[]>>;
};

/** What the messages say together. */
export type Labels = Labelled & { readonly suggestsComplaint: boolean };

const urgencies = ["normal", "pressing", "urgent"] as const;

/**
 * The labels of a conversation after one more message. A thank-you does not take the topic away, nor calm words the
 * urgency: that lasts until the conversation is closed.
 */
export const combine = (state: Conversation, { rules: _, ...message }: MessageLabels): Labels => {
  const { labels: before } = state;
  if (before === undefined) return message;
  const isUrgency = urgencies.indexOf(message.urgency) >= urgencies.indexOf(before.urgency);
  const alarm = message.alarm ?? before.alarm;
  const language = message.language ?? before.language;
  return {
    topic: topicAfter(before.topic, message.topic),
    urgency: isUrgency ? message.urgency : before.urgency,
    ...(alarm === undefined ? {} : { alarm }),
    ...(language === undefined ? {} : { language }),
    sentiment: message.sentiment,
    isAbusive: message.isAbusive || before.isAbusive,
    isNotToFeed: message.isNotToFeed,
    suggestsComplaint: message.suggestsComplaint || before.suggestsComplaint,
  };
};

/** Thanks and small talk do not take a topic away. */
export const topicAfter = (before: Classification.Topic, said: Classification.Topic): Classification.Topic =>
  isSmallTalk(said) && !isSmallTalk(before) ? before : said;

const isSmallTalk = (topic: Classification.Topic): boolean => topic === "other" || topic === "praise";

/** What was urgent is over once the conversation is closed; what it is about and in which language stays known. */
export const calmed = ({ alarm: _, ...labels }: Labels): Labels => ({ ...labels, urgency: "normal" });
