import type { hours as english } from "../en/hours.ts";
import { countIn } from "../plural.ts";
import { topics } from "./topic.ts";

const count = countIn("fr");

export const hours: typeof english = {
  lead: "Quand la banque répond, ce qu’elle promet, qui répond, et ce qui est dit sans que personne l’écrive. Un délai déjà lancé garde ses règles.",
  failed: "Les horaires de la banque n’ont pas pu être chargés.",
  save: "Enregistrer",
  saved: "Enregistré. Cela vaut pour ce qui arrive désormais.",
  hours: "Heures d’ouverture",
  hoursLead:
    "Les délais ne courent qu’à ces heures. 09:00-12:00, 14:00-18:00 pour deux plages, 00:00-24:00 pour jour et nuit, rien pour un jour fermé.",
  zone: "À l’heure de",
  closed: "Fermé",
  hoursWrong: "Écrivez des heures comme 09:00-12:00, 14:00-18:00, ou rien pour un jour fermé.",
  otherDays: "Jours à part",
  otherDaysHint: "Une date par ligne (année-mois-jour) : fermé, sauf si des heures suivent.",
  dayWrong: (line) => `« ${line} » n’est pas une date comme 2026-12-25, ou ses heures sont illisibles.`,
  promises: "Promesses",
  promisesLead:
    "En minutes d’ouverture. À la moitié, puis aux quatre cinquièmes du délai, la conversation est à risque.",
  usual: "Sauf règle contraire ci-dessous",
  urgentRule:
    "À ce qui est urgent (fraude, carte perdue, menace), une réponse est promise en 15 minutes, jour et nuit.",
  condition: {
    channel: "canal",
    topic: "sujet",
    priority: "priorité",
    language: "langue",
    segment: "clientèle",
  },
  value: {
    ...topics,
    urgent: "urgente",
    high: "haute",
    normal: "normale",
    low: "basse",
    fr: "français",
    en: "anglais",
  },
  rule: (conditions) => `Pour ${conditions}`,
  target: {
    firstResponseSeconds: "Première réponse (minutes)",
    nextResponseSeconds: "Réponses suivantes (minutes)",
    resolutionSeconds: "Règlement (minutes)",
  },
  teams: "Équipes",
  teamsLead: "Une équipe s’en va quand elle n’a plus ni personne ni conversation ouverte.",
  teamName: "Nom",
  teamId: "Nom court",
  teamIdHint: "Minuscules sans accent, chiffres et tirets ; il ne change jamais",
  teamTaken: "Une autre équipe porte ce nom court.",
  overflow: "Qui aide quand une échéance est menacée",
  noOverflow: "Personne d’autre",
  addTeam: "Ajouter une équipe",
  removeTeam: (name) => `Retirer ${name}`,
  hasAccounts: (accounts) =>
    count(accounts, {
      one: "Répond pour # compte : confiez-le d’abord à une autre équipe, aux Canaux.",
      other: "Répond pour # comptes : confiez-les d’abord à une autre équipe, aux Canaux.",
    }),
  unnamed: "la nouvelle",
  answers: "Dit sans intervention",
  answersLead: "Une fois par occasion, mot pour mot. Vide : rien n’est dit.",
  urgent: "À ce qui ne peut attendre",
  urgentHint: "En privé, aussitôt : qui appeler.",
  outsideHours: "Quand la banque est fermée",
  outsideHoursHint: "{opensAt} devient le jour et l’heure de l’ouverture.",
  satisfaction: "Demandé à la fermeture",
  satisfactionHint: "En privé, une fois par conversation ; on répond d’un chiffre de 1 à 5.",
  inLanguage: { fr: "En français", en: "En anglais" },
};
