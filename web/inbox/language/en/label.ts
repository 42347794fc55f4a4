import { topics } from "./topic.ts";

export const label = {
  title: "Labels, and why",
  name: {
    topic: "Topic",
    urgency: "Urgency",
    language: "Language",
    sentiment: "Feeling",
    abuse: "Tone",
    audience: "Author",
    heard: "Found by",
    place: "For",
  },
  topic: topics as Readonly<Record<string, string>>,
  urgency: { urgent: "Cannot wait", pressing: "Called urgent by the customer" },
  sentiment: { positive: "Pleased", neutral: "Neutral", negative: "Displeased" },
  abuse: "Insulting",
  heard: "Listening: it tags nobody",
  byList: "By the bank’s list of people",
  /** Reasons that are no word of the customer's. */
  rules: { "its letters": "its letters" } as Readonly<Record<string, string>>,
  because: (rules: string) => `Because of: ${rules}`,
};
