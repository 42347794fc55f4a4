import type { list as english } from "../en/list.ts";
import { countIn } from "../plural.ts";

const count = countIn("fr");

export const list: typeof english = {
  filter: {
    open: "Filtrer la liste",
    openWith: (filters) =>
      count(filters, { one: "Filtrer la liste : # filtre actif", other: "Filtrer la liste : # filtres actifs" }),
    clear: "Effacer les filtres",
  },
  sort: {
    label: "Ordre",
    deadline: "Par échéance",
    newest: "Plus récentes",
    oldest: "Plus anciennes",
  },
  select: { mode: "En choisir plusieurs", one: "Choisir la conversation", name: (name) => `Choisir ${name}` },
  priority: {
    urgent: "Urgente",
    high: "Priorité haute",
    normal: "Priorité normale",
    low: "Priorité basse",
  },
  window: {
    left: (duration) => `Fenêtre ${duration}`,
    closed: "Fenêtre close",
    title: (moment) => `La plateforme accepte une réponse privée jusqu’au ${moment}`,
  },
  snooze: {
    title: "Mettre en veille",
    wake: "Sortir de veille",
    answer: "Jusqu’à ce que le client écrive",
    hour: "Pendant une heure",
    later: "Pendant trois heures",
    tomorrow: "Jusqu’à demain, 9 h",
    monday: "Jusqu’à lundi, 9 h",
  },
  which: (what, which) => `${what} : ${which}`,
  care: {
    more: "Autres actions",
    open: "Classer et suivre",
    macro: "Macro",
    look: "Une relecture.",
    lookLead: "Personne n’a répondu à ce client. Était-ce juste ?",
    confirm: "Oui, c’était juste",
    reject: "Non, il faut répondre",
    abuse: "Propos injurieux : ouvrir pour lire",
  },
  noAnswer: {
    thanks: "Sans réponse : remerciement",
    settled: "Sans réponse : réglé ailleurs",
    "not-for-us": "Sans réponse : ne nous concerne pas",
    spam: "Sans réponse : indésirable",
    insult: "Sans réponse : insulte",
  },
  channel: {
    "x.mention": "X, publication publique",
    "x.dm": "X, message privé",
    "facebook.comment": "Commentaire Facebook",
    messenger: "Messenger",
    "instagram.comment": "Commentaire Instagram",
    "instagram.dm": "Instagram, message privé",
    whatsapp: "WhatsApp",
    secure: "Canal sécurisé",
  },
  audience: { press: "Presse", influencer: "Influenceur", employee: "Collaborateur" },
  visibility: { public: "Public", private: "Privé", internal: "Note interne" },
  list: {
    empty: {
      all: {
        title: "Rien n’attend",
        text: "Les nouveaux messages apparaissent ici d’eux-mêmes, le plus urgent d’abord.",
      },
      mine: { title: "Vous n’avez aucune conversation ouverte", text: "Prenez-en une dans la vue « Non attribuées »." },
      unassigned: { title: "Chaque conversation a son conseiller", text: "Celles qui n’en ont pas apparaîtront ici." },
      team: { title: "Rien n’attend dans vos équipes", text: "Ce qui est confié à vos équipes apparaît ici." },
      "at-risk": {
        title: "Aucune échéance n’est en danger",
        text: "Ce qui approche de son échéance apparaît ici de lui-même.",
      },
      mentions: { title: "Personne ne vous a cité", text: "Les notes où un collègue vous cite apparaissent ici." },
      snoozed: {
        title: "Rien n’est en veille",
        text: "Ce que vous mettez de côté revient de lui-même, et se retrouve ici.",
      },
      review: {
        title: "Rien à relire",
        text: "Les insultes gardées hors de la file, et une part de ce qui est resté sans réponse, apparaissent ici.",
      },
      heard: {
        title: "Rien n’a été entendu",
        text: "Les publications qui parlent de la banque sans mentionner personne apparaissent ici. Aucun délai ne court : répondez, ou laissez.",
      },
      closed: { title: "Aucune conversation fermée", text: "Ce que vous fermez reste lisible ici." },
      dated: { title: "Rien ne s’est passé ces jours-là", text: "Choisissez d’autres jours, ou autre chose." },
    },
    emptyNarrowed: "Il n’y en a pas avec ces filtres.",
    failed: "La liste n’a pas pu être chargée.",
    search: "Chercher une conversation",
    more: "Afficher la suite",
    moreFailed: "La suite n’a pas pu être chargée.",
    unknownContact: "Client inconnu",
    erasedContact: "Conversation effacée",
    noPreview: "Sans texte",
    unassigned: "Libre",
    held: "Réponse retenue",
    draft: "Brouillon",
    awaitingApproval: "Réponse en relecture",
    refused: "Non approuvée",
    you: "Vous",
    unsent: (replies) =>
      count(replies, { one: "# réponse pas encore envoyée", other: "# réponses pas encore envoyées" }),
  },
  deadline: {
    left: (duration) => `Encore ${duration}`,
    atRisk: (duration) => `À risque · ${duration}`,
    breached: (duration) => `En retard de ${duration}`,
    none: "Sans échéance",
    answered: "Rien à répondre",
    target: { "first-response": "Première réponse", "next-response": "Réponse suivante", resolution: "Résolution" },
    due: (moment) => `Échéance le ${moment}`,
  },
};
