import type { care as english } from "../en/care.ts";

export const care: typeof english = {
  title: "Classer et suivre",
  tags: "Étiquettes",
  noTags: "Il n’y a pas encore d’étiquette.",
  newTag: "Nouvelle étiquette",
  addTag: "Poser",
  priority: "Priorité",
  byRules: "Selon les règles",
  team: "Équipe",
  place: "Agence ou expert",
  noPlace: "Aucun",
  followUp: "Y revenir le",
  noFollowUp: "Personne n’y revient",
  followUpLead: "Ce jour-là, elle est rouverte pour qui est là.",
  snoozeUntil: "En veille jusqu’au",
  set: "Valider",
  complaint: "Réclamation",
  complaintLead: "Dès lors, les délais du régulateur courent.",
  markComplaint: "Marquer comme réclamation",
  notComplaint: "Ce n’est pas une réclamation",
  failed: "Cela n’a pas fonctionné.",
};
