import type { directory as english } from "../en/directory.ts";

export const directory: typeof english = {
  lead: "Qui écrit à la banque sans en être client, où l’on répond, et comment la banque est appelée.",
  failed: "L’annuaire n’a pas pu être chargé.",
  save: "Enregistrer",
  saved: "Enregistré. Cela vaut pour ce qui arrive désormais.",
  team: "Qui répond",
  people: "Listes de personnes",
  peopleLead: "Ce qu’elles écrivent est signalé, et confié à cette équipe seule.",
  audience: { press: "Presse", influencer: "Influenceurs", employee: "Collaborateurs" },
  handles: "Comptes, un par ligne",
  places: "Agences et experts",
  placesLead:
    "Une question sur une agence qu’elle nomme va d’elle-même à son équipe ; vers un expert, une personne l’envoie depuis « Classer et suivre ».",
  noPlaces: "Il n’y en a pas encore.",
  kind: "Nature",
  kinds: { branch: "Agence", expert: "Spécialiste" },
  id: "Nom court",
  idHint: "Minuscules, chiffres et tirets",
  name: "Nom",
  alsoCalled: "Autres noms, un par ligne",
  add: "Ajouter une agence ou un expert",
  remove: (name: string) => `Retirer ${name}`,
  unnamed: "la nouvelle entrée",
  names: "Comment la banque est appelée",
  namesLead:
    "Surnoms et fautes de frappe aussi, un par ligne : ce qu’une publication qui ne mentionne personne dit de la banque.",
};
