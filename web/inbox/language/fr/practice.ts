import type { PracticeWords } from "../en/practice.ts";

export const practice: PracticeWords = {
  lead: "Des clients inventés à qui répondre. Rien de ce que vous écrivez ici n’est envoyé, gardé ni compté ; seulement ce que vous avez réussi.",
  failed: "Les exercices n’ont pas pu être chargés.",
  progress: (passed, all) => `${passed} sur ${all} réussis`,
  noTraining: "La banque n’en tient aucune formation.",
  recordedAs: (title) => `Inscrit comme « ${title} » une fois tous réussis`,
  standing: { valid: "Valable", expired: "Expirée", missing: "Pas encore" },
  until: (day) => `jusqu’au ${day}`,
  list: "Exercices",
  exercise: (number) => `Exercice ${number}`,
  passed: "réussi",
  visibility: { public: "En public : tout le monde le lit", private: "En privé" },
  question: "Que faites-vous ?",
  ways: {
    answer: "Répondre ici",
    "private-message": "Proposer de continuer en privé",
    "secure-page": "Proposer le canal sécurisé",
    colleague: "Prévenir tout de suite un superviseur",
    "no-answer": "Fermer sans réponse",
  },
  text: "Ce que vous écrivez",
  check: "Vérifier",
  next: "Client suivant",
  right: "C’est ainsi que l’on fait.",
  wrong: "Pas encore. Relisez :",
  shortcomings: {
    way: "Un autre chemin est meilleur ici.",
    empty: "Rien n’est encore écrit.",
    "too-long": "C’est trop long pour ce canal.",
    words: "Ces mots ne partiraient pas tels quels :",
    number: "Il faut au client un des numéros approuvés de la banque.",
  },
  finished: "Tous les exercices sont réussis.",
  finishedRecorded:
    "C’est inscrit. Les premières réponses d’un nouveau sont relues par quelqu’un d’autre : demandez à votre superviseur pour combien de temps.",
};
