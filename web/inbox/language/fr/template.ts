import type { template as english } from "../en/template.ts";
import { digitsIn } from "../plural.ts";

const digits = digitsIn("fr");

export const template: typeof english = {
  lead: "Ce qui peut être dit au nom de la banque. Deux personnes répondent de chaque modèle : l’une écrit, l’autre approuve.",
  search: "Chercher un modèle",
  every: "Tous les états",
  state: { draft: "Brouillon", "in-review": "En relecture", approved: "Approuvé", retired: "Retiré" },
  expired: "Expiré : n’est plus proposé",
  reviewDue: "À revoir",
  create: "Nouveau modèle",
  empty: { title: "Aucun modèle ici", text: "Écrivez le premier, ou choisissez un autre état." },
  failed: "La bibliothèque n’a pas pu être chargée.",
  back: "Retour à la bibliothèque",
  name: "Nom",
  topic: "Sujet",
  language: "Langue",
  languages: { fr: "français", en: "anglais" },
  audience: "Pour",
  audiences: { public: "Tout le monde", private: "Messages privés", verified: "Clients identifiés" },
  channels: "Canaux (aucun : tous)",
  body: "Texte",
  notation:
    "[[mots verrouillés]] · {slot:quoi dire} · {contact|à vous} · {signature} · {deadline|bientôt} · {link|votre messagerie} · {fact.opposition|le numéro de votre carte}",
  insert: "Insérer",
  parts: { locked: "Mots verrouillés", slot: "Zone libre", contact: "Nom du client", signature: "Paraphe" },
  wrong: {
    open: "Un crochet n’est pas fermé.",
    nested: "Des mots verrouillés n’en contiennent pas d’autres.",
    name: "Cette variable n’existe pas.",
    "slot-locked": "Une zone libre ne peut pas être dans des mots verrouillés.",
  },
  reviewAt: "À revoir le",
  expiresAt: "Expire le",
  preview: "Ce que le client verra",
  fits: (used, limit) => `${digits(used)} sur ${digits(limit)}`,
  tooLong: "Trop long : n’est pas proposé ici",
  save: "Enregistrer en brouillon",
  steps: { submit: "Demander la relecture", approve: "Approuver", return: "Renvoyer", retire: "Retirer" },
  ownWork: "Vous l’avez écrit en dernier : une autre personne l’approuve.",
  history: "Historique",
  historyFailed: "L’historique n’a pas pu être chargé.",
  changes: "Ce qui a changé",
  words: "Le texte",
  did: { written: "écrit", submitted: "soumis", approved: "approuvé", returned: "renvoyé", retired: "retiré" },
  step: (did, by, at) => `${did} par ${by}, le ${at}`,
  version: (version) => `Version n° ${version}`,
  use: "Utilisation",
  used: (used, changed) => {
    if (used === 0) return "Pas encore utilisé";
    return changed === 0
      ? `Utilisé ${digits(used)} fois`
      : `Utilisé ${digits(used)} fois, reformulé ${digits(changed)} fois`;
  },
  outcomes: { answered: "répondues", "no-answer-needed": "sans réponse nécessaire", redirected: "réorientées" },
  starter: "la bibliothèque de départ",
};
