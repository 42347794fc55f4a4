/** Why a customer is asked to come where they can be identified. A closed list: it stands in the log for years. */
export const purposes = ["account", "card", "payment", "loan", "documents", "other"] as const;
export type Purpose = (typeof purposes)[number];

/** What an offer that names no purpose is for, by what the conversation is about. */
export const purposeOf = (topic: string | undefined): Purpose => byTopic[topic ?? ""] ?? "other";

const byTopic: Readonly<Record<string, Purpose>> = {
  cards: "card",
  fraud: "card",
  payments: "payment",
  loans: "loan",
  "online-banking": "account",
};

export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

/** What the customer reads after "so that we can". */
const reasons: Readonly<Record<Language, Readonly<Record<Purpose, string>>>> = {
  fr: {
    account: "parler de votre compte",
    card: "parler de votre carte",
    payment: "retrouver un paiement ou un virement",
    loan: "parler de votre crédit",
    documents: "échanger des documents",
    other: "vous répondre en toute confidentialité",
  },
  en: {
    account: "talk about your account",
    card: "talk about your card",
    payment: "trace a payment or a transfer",
    loan: "talk about your loan",
    documents: "exchange documents",
    other: "answer you in confidence",
  },
};

export const reasonFor = (purpose: Purpose, language: Language): string => reasons[language][purpose];
