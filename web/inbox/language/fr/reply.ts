import type { reply as english } from "../en/reply.ts";
import { countIn } from "../plural.ts";

const count = countIn("fr");

export const reply: typeof english = {
  template: {
    list: "Modèles",
    hint: "↑ ↓ pour choisir, Entrée pour insérer, Échap pour fermer",
    none: "Aucun modèle ne convient à ces mots ici.",
    loading: "Recherche des modèles…",
    failed: "Les modèles n’ont pas pu être chargés.",
    found: (templates) => count(templates, { one: "# modèle", other: "# modèles" }),
    locked: "Ses mots verrouillés sont approuvés : les changer demande un second regard.",
    from: (name) => `D’après le modèle « ${name} »`,
    fill: (slots) => `À compléter : ${slots}`,
    forget: "Écrire librement",
  },
  topics: {
    "lost-card": "Carte perdue",
    "fraud-doubt": "Doute sur une fraude",
    fees: "Frais",
    "app-down": "Application en panne",
    "opening-hours": "Horaires",
    "complaint-received": "Réclamation reçue",
    thanks: "Remerciement",
    "secure-channel": "Canal sécurisé",
    "identity-needed": "Identité nécessaire",
    "out-of-hours": "Hors des horaires",
    holding: "Réponse d’attente",
    other: "Autre",
  },
  guard: {
    title: "Avant l’envoi",
    blocks: "Ceci ne peut pas partir",
    warns: "À relire",
    meant: "Fausse alerte : c’est voulu",
    meantSaid: "Vous avez dit que c’est voulu",
    withApproval: "En public, une autre personne relit avant l’envoi.",
    why: {
      card: "Un numéro de carte sortirait de la banque.",
      iban: "Un IBAN ou un numéro de compte sortirait de la banque.",
      secret: "Un code ou un mot de passe sortirait de la banque.",
      "personal-data": "Une donnée personnelle sortirait de la banque.",
      "asks-secret": "Une banque ne demande jamais un code, un mot de passe ni un numéro de carte.",
      "account-fact": "Ce que nous savons du compte d’un client ne se dit pas en public.",
      link: "Ce lien n’est pas sur la liste de la banque.",
      promise: "Ceci promet quelque chose.",
      advice: "Ceci ressemble à un conseil financier.",
      insult: "Ceci peut blesser.",
      language: "Le client écrit dans une autre langue.",
    },
  },
  facts: { open: "Repères approuvés", none: "Aucun repère n’est encore approuvé." },
  charter: {
    title: "Charte des réseaux sociaux",
    lead: "Avant de répondre à un client, lisez et acceptez la charte de la banque.",
    accept: "Je l’ai lue et je l’accepte",
    version: (version) => `Version n° ${version}`,
    failed: "L’acceptation n’a pas abouti. Réessayez.",
  },
};
