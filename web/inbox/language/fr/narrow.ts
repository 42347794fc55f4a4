import type { narrow as english } from "../en/narrow.ts";
import { countIn } from "../plural.ts";

const count = countIn("fr");

export const narrow: typeof english = {
  every: "Tout",
  name: {
    channel: "Canal",
    topic: "Sujet",
    language: "Langue",
    priority: "Priorité",
    sentiment: "Ressenti",
    audience: "Auteur",
    tag: "Étiquette",
  },
  topic: {
    fraud: "Fraude",
    complaint: "Réclamation",
    cards: "Cartes",
    payments: "Paiements",
    loans: "Prêts et taux",
    "online-banking": "Banque en ligne",
    branch: "Agence",
    praise: "Compliments",
    other: "Autre",
  },
  language: {
    fr: "Français",
    en: "Anglais",
    de: "Allemand",
    es: "Espagnol",
    it: "Italien",
    pt: "Portugais",
    nl: "Néerlandais",
  },
  sentiment: { positive: "Satisfait", neutral: "Neutre", negative: "Mécontent" },
  viewName: "Nom de la vue",
  keep: "Garder cette vue",
  forget: (name) => `Oublier la vue « ${name} »`,
  notKept: "La vue n’a pas pu être gardée. Un nom ne dit rien d’un client.",
  bulk: {
    label: "Conversations choisies",
    chosen: (cards) => count(cards, { one: "# choisie", other: "# choisies" }),
    all: (cards) => count(cards, { one: "Choisir celle affichée", other: "Choisir les # chargées" }),
    end: "Terminer le choix",
    tag: "Étiqueter",
    underWay: (done, total) => `${done} sur ${total}`,
    over: (done, total) =>
      done === total
        ? count(done, { one: "Fait pour # conversation", other: "Fait pour # conversations" })
        : `Fait pour ${done} sur ${total} ; les autres restent choisies`,
    more: (others) => count(others, { one: "et # autre", other: "et # autres" }),
  },
};
