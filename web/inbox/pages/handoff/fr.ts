import type { HandoffWords } from "./en.ts";

export const handoff: HandoffWords = {
  title: "Canal sécurisé",
  level: {
    none: "Non identifié : tout le monde lit ce fil",
    platform: "Connu par son seul compte",
    named: "Connu par son nom",
    strong: "Identifié : connecté, et c’est la même personne",
  },
  until: (moment) => `jusqu’au ${moment}`,
  offer: { "private-message": "Passer en privé", "secure-page": "Poursuivre dans le canal sécurisé" },
  lead: {
    "private-message":
      "Le client reçoit l’accès de la plateforme à un message privé, et aucun lien : il n’a pas sa place en public.",
    "secure-page":
      "Le client reçoit un code pour l’application de la banque, puis un lien sur le domaine de la banque. Aucun délai ne s’arrête avant sa connexion.",
  },
  purpose: "Pour quoi",
  purposes: {
    account: "Son compte",
    card: "Une carte",
    payment: "Un paiement ou un virement",
    loan: "Un crédit",
    documents: "Des documents",
    other: "Autre chose",
  },
  language: "Langue",
  languages: { fr: "Français", en: "Anglais" },
  send: "Envoyer",
  cancel: "Annuler",
  revoke: "Retirer",
  receipts: "Où en est le client",
  step: {
    offered: "Proposé",
    delivered: "Remis",
    opened: "Ouvert",
    "signed-in": "Connecté",
    "case-created": "Conversation commencée",
    answered: "Répondu",
    completed: "Terminé",
    expired: "Expiré",
    refused: "Sans suite",
    revoked: "Retiré",
  },
  invited: "Invité en message privé",
  refusal: {
    undeliverable: "La plateforme n’a pas pris le message.",
    "not-a-customer": "La personne dit ne pas être cliente.",
    "called-back": "La personne ne peut pas se connecter et demande à être rappelée.",
  },
  slot: (moment) => `Rappel le ${moment}`,
  unmatched: "Un nom et une date de naissance donnés ne correspondaient pas.",
  stalled: {
    offered: "Aucun signe du client depuis un jour : relancez.",
    "signed-in": "Connecté depuis un jour sans rien écrire : relancez.",
  },
  expires: (moment) => `Le lien prend fin le ${moment}`,
  toCase: "Ouvrir la conversation sécurisée",
  toOrigin: "Ouvrir la conversation d’origine",
};
