import { countIn } from "../plural.ts";

const count = countIn("en");

export const narrow = {
  every: "All",
  name: {
    channel: "Channel",
    topic: "Topic",
    language: "Language",
    priority: "Priority",
    sentiment: "Feeling",
    audience: "Author",
    tag: "Tag",
  },
  topic: {
    fraud: "Fraud",
    complaint: "Complaint",
    cards: "Cards",
    payments: "Payments",
    loans: "Loans and rates",
    "online-banking": "Online banking",
    branch: "Branch",
    praise: "Praise",
    other: "Other",
  },
  language: { fr: "French", en: "English", de: "German", es: "Spanish", it: "Italian", pt: "Portuguese", nl: "Dutch" },
  sentiment: { positive: "Pleased", neutral: "Neutral", negative: "Displeased" },
  viewName: "Name of the view",
  keep: "Keep this view",
  forget: (name: string) => `Forget the view “${name}”`,
  notKept: "The view could not be kept. A name says nothing of a customer.",
  bulk: {
    label: "Chosen conversations",
    chosen: (cards: number) => count(cards, { one: "# chosen", other: "# chosen" }),
    all: (cards: number) => count(cards, { one: "Choose the one shown", other: "Choose the # loaded" }),
    end: "Done choosing",
    tag: "Tag",
    underWay: (done: number, total: number) => `${done} of ${total}`,
    over: (done: number, total: number) =>
      done === total
        ? count(done, { one: "Done for # conversation", other: "Done for # conversations" })
        : `Done for ${done} of ${total}; the others stay chosen`,
    more: (others: number) => count(others, { one: "and # other", other: "and # others" }),
  },
};
