import type { wallboard as english } from "../en/wallboard.ts";
import { countIn } from "../plural.ts";

const count = countIn("fr");

export const wallboard: typeof english = {
  live: "En direct",
  wide: "Plein écran",
  figure: {
    open: "Ouvertes",
    unassigned: "Sans agent",
    atRisk: "À risque",
    breached: "En retard",
    oldest: "Plus longue attente",
  },
  nobodyWaits: "Personne n’attend",
  wait: (duration: string) => `${duration} d’attente`,
  opens: (figure: string, count: number) => `${figure} : ${count}. Les afficher`,
  approvals: (waiting: number, overdue: number) =>
    `${count(waiting, { one: "# réponse attend", other: "# réponses attendent" })} une approbation${overdue > 0 ? `, dont ${overdue} depuis plus de dix minutes` : ""}`,
  matrix: {
    title: "Par équipe et par canal",
    group: "Équipe ou canal",
    empty: "Rien n’est ouvert.",
  },
  list: {
    title: {
      deadlines: "Prochaines échéances",
      open: "Conversations ouvertes",
      unassigned: "En attente d’un agent",
      "at-risk": "À risque",
      breached: "En retard",
      urgent: "Urgentes",
      oldest: "Plus longues attentes",
    },
    of: (shown: number, total: number) => `${shown} sur ${total}`,
    all: "Revenir aux prochaines échéances",
    empty: "Rien ici.",
    select: (name: string) => `Sélectionner ${name}`,
    selectAll: "Tout sélectionner",
    selected: (conversations: number) => count(conversations, { one: "# sélectionnée", other: "# sélectionnées" }),
    take: "Prendre",
    raise: "Rendre urgente",
    reassign: "Confier à…",
    nobody: "Rendre à l’équipe",
    progress: (done: number, of: number) => `${done} sur ${of}`,
    done: (conversations: number) =>
      count(conversations, { one: "# conversation traitée", other: "# conversations traitées" }),
    failed: (conversations: number) =>
      count(conversations, { one: "# n’a pas pu l’être", other: "# n’ont pas pu l’être" }),
    urgent: "Urgente",
  },
  agents: {
    title: "Agents en poste",
    presence: { present: "Connecté", away: "En pause", offline: "Hors ligne" },
    load: (load: number, capacity: number) => `${load} places prises sur ${capacity}`,
    summary: (present: number, all: number) => `${present} connectés sur ${all}`,
    empty: "Personne ne répond encore ici.",
    shows: (name: string) => `Afficher les conversations de ${name}`,
  },
  trend: {
    title: "Premières réponses, 24 dernières heures",
    every: "Toutes les équipes",
    team: "Équipe",
    half: "La moitié des clients attend moins de",
    most: "Neuf sur dix attendent moins de",
    share: "Promesses non tenues",
    minutes: "min",
    hour: "Heure",
    answered: "Réponses",
    kept: "Tenues",
    broken: "Non tenues",
    table: "En tableau",
    chart: "En courbe",
    empty: "Aucune première réponse ces 24 dernières heures.",
    lastHour: "Cette heure-ci",
    chartLabel: (p50: string, p90: string) =>
      `La moitié a attendu moins de ${p50}, neuf sur dix moins de ${p90} cette heure-ci`,
    none: "—",
  },
  heat: {
    title: "Heures de la semaine",
    lead: (weeks: number) => count(weeks, { one: "La dernière semaine", other: "Les # dernières semaines" }),
    begun: "Conversations commencées",
    broken: "Promesses non tenues, en %",
    day: "Jour",
    cell: (day: string, hour: number, value: string) => `${day}, ${hour} h : ${value}`,
    less: "Moins",
    more: "Plus",
  },
  failed: "Le tableau de bord n’a pas pu être chargé.",
};
