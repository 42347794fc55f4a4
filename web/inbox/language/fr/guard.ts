import type { guard as english } from "../en/guard.ts";

export const guard: typeof english = {
  lead: "Chaque réponse est relue par ces règles pendant qu’on l’écrit, et de nouveau avant l’envoi.",
  crisis: "Crise : chaque réponse publique a un second regard",
  crisisOn: "Activée : chaque réponse publique attend d’être approuvée.",
  lists: { promise: "Promesses", advice: "Conseils financiers", insult: "Mots blessants" },
  languages: { fr: "français", en: "anglais" },
  listOf: (list, language) => `${list}, ${language}`,
  listLead:
    "Une entrée par ligne. Majuscules et accents ne comptent pas ; | est un choix, * une fin quelconque : je|nous vous garanti*.",
  links: "Sites vers lesquels une réponse peut renvoyer",
  linksLead: "Un par ligne, comme www.example.com ; ce qui en dépend est connu avec lui.",
  save: "Enregistrer les règles",
  saved: "Enregistré : valable dès la prochaine réponse.",
  failed: "Les règles n’ont pas pu être chargées.",
  readOnly: "La conformité et les administrateurs modifient les listes.",
  tryTitle: "Essayer une réponse",
  tryText: "Réponse",
  tryPublic: "En public",
  nothing: "Rien n’a été relevé.",
};
