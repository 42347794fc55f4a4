import type { topics as english } from "../en/topic.ts";

export const topics: typeof english = {
  cards: "Cartes",
  payments: "Paiements",
  loans: "Prêts et taux",
  "online-banking": "Banque en ligne",
  fraud: "Fraude",
  branch: "Agence",
  complaint: "Réclamation",
  praise: "Compliments",
  other: "Autre",
};
