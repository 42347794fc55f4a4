import type { sorting as english } from "../en/sorting.ts";

export const sorting: typeof english = {
  tags: "Étiquettes",
  tagsLead:
    "Qui répond peut ajouter un mot ; ce que vous gardez ici est à la banque. Une étiquette retirée reste où elle est.",
  noTags: "Il n’y a pas encore d’étiquette.",
  tagName: "Nom d’une nouvelle étiquette",
  add: "Ajouter",
  retire: (name) => `Retirer ${name}`,
  bringBack: (name) => `Rétablir ${name}`,
  free: "ajoutée en répondant",
  retired: "retirée",
  macros: "Macros",
  macrosLead:
    "Plusieurs étapes en une touche : toutes sont faites, ou aucune. Un modèle est proposé dans la réponse ; une personne l’envoie.",
  noMacros: "Il n’y a pas encore de macro.",
  macroName: "Nom de la macro",
  addStep: "Ajouter une étape…",
  dropStep: (step) => `Ôter l’étape : ${step}`,
  save: "Garder la macro",
  saveChange: "Garder la modification",
  cancel: "Annuler",
  change: (name) => `Modifier ${name}`,
  remove: (name) => `Supprimer ${name}`,
  step: {
    take: "La prendre",
    tag: (name) => `Étiqueter « ${name} »`,
    priority: (name) => `Mettre : ${name}`,
    move: (team) => `Confier à ${team}`,
    template: (name) => `Proposer le modèle « ${name} »`,
    templateGone: "Proposer un modèle qui n’est plus utilisable",
    snoozeAnswer: "En veille jusqu’à ce que le client écrive",
    snoozeDay: "En veille un jour",
    close: (outcome) => `Fermer : ${outcome}`,
    other: "Une autre étape",
  },
};
