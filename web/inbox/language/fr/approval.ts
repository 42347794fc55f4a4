import type { approval as english } from "../en/approval.ts";
import { countIn } from "../plural.ts";

const count = countIn("fr");

export const approval: typeof english = {
  lead: "Les réponses qui attendent un second regard. Le délai du client continue de courir.",
  waiting: (waiting) => count(waiting, { one: "# réponse attend", other: "# réponses attendent" }),
  overdue: (overdue) => count(overdue, { one: "# depuis plus de dix minutes", other: "# depuis plus de dix minutes" }),
  empty: {
    title: "Rien ne vous attend",
    text: "Les réponses qui demandent un second regard apparaissent ici d’elles-mêmes.",
  },
  failed: "La file n’a pas pu être chargée.",
  list: "Réponses en attente",
  customer: "Le client a écrit",
  reply: "La réponse",
  changes: "Par rapport à son modèle",
  added: "ajouté",
  removed: "retiré",
  why: {
    probation: "Le conseiller est nouveau",
    "public-promise": "Une promesse ou un conseil en public",
    "locked-text": "Des mots verrouillés d’un modèle ont changé",
    crisis: "Une crise est en cours, ou quelqu’un est peut-être en danger",
  },
  by: (name) => `Écrite par ${name}`,
  own: "Vous l’avez écrite : une autre personne décide.",
  asked: (names) => `Demandée à : ${names}`,
  you: "vous",
  second: "Personne n’a décidé depuis dix minutes : un second approbateur est sollicité.",
  approve: "Approuver",
  change: "Corriger",
  refuse: "Refuser",
  send: "Approuver ces mots",
  told: (name) => `Elle part au nom de ${name}, qui verra ce que vous avez changé.`,
  cancel: "Annuler",
  text: "La réponse telle qu’elle partira",
  reasonTitle: "Pourquoi elle est refusée",
  reasons: {
    tone: "Le ton",
    wrong: "Ce n’est pas exact",
    promise: "Elle promet trop",
    data: "Elle en dit trop",
    other: "Une autre raison",
  },
  decided: {
    approved: (name) => `Approuvé par ${name}`,
    changed: (name) => `Modifié et approuvé par ${name}`,
    refused: (name, reason) => `Refusé par ${name} : ${reason.toLowerCase()}`,
  },
  holding: "L’échéance est proche : la réponse d’attente peut partir sans second regard. Tapez / pour la trouver.",
  changed: "Ce qui a été modifié",
  decide: "Relire",
  open: "Ouvrir la conversation",
  next: "Réponse suivante",
  previous: "Réponse précédente",
};
