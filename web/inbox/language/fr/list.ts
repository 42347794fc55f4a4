import type { list as english } from "../en/list.ts";
import { countIn } from "../plural.ts";

const count = countIn("fr");

export const list: typeof english = {
  filter: { channel: "Canal", every: "Tous les canaux" },
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
  visibility: { public: "Public", private: "Privé", internal: "Note interne" },
  list: {
    empty: {
      all: {
        title: "Rien n’attend",
        text: "Les nouveaux messages apparaissent ici d’eux-mêmes, le plus urgent d’abord.",
      },
      mine: { title: "Vous n’avez aucune conversation ouverte", text: "Prenez-en une dans la vue « Non attribuées »." },
      unassigned: { title: "Chaque conversation a son conseiller", text: "Celles qui n’en ont pas apparaîtront ici." },
      closed: { title: "Aucune conversation fermée", text: "Ce que vous fermez reste lisible ici." },
    },
    emptyChannel: "Il n’y en a pas sur ce canal. Choisissez-en un autre ci-dessus.",
    failed: "La liste n’a pas pu être chargée.",
    more: "Afficher la suite",
    moreFailed: "La suite n’a pas pu être chargée.",
    unknownContact: "Client inconnu",
    noPreview: "Sans texte",
    unassigned: "Libre",
    held: "Réponse retenue",
    draft: "Brouillon",
    you: "Vous",
    unsent: (replies) =>
      count(replies, { one: "# réponse pas encore envoyée", other: "# réponses pas encore envoyées" }),
  },
  deadline: {
    left: (duration) => `Encore ${duration}`,
    atRisk: (duration) => `À risque · ${duration}`,
    breached: (duration) => `En retard de ${duration}`,
    none: "Sans échéance",
    answered: "Répondu",
    target: { "first-response": "Première réponse", "next-response": "Réponse suivante", resolution: "Résolution" },
    due: (moment) => `Échéance ${moment}`,
  },
};
